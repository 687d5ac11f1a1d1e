/** What the scores would be if only confident predictions were kept. */
package org.relunet.evaluation.threshold;
