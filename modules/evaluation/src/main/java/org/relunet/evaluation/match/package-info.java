/** When a predicted triple counts as a gold one. */
package org.relunet.evaluation.match;
