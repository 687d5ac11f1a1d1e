/** Systems that learn nothing but the training triples by heart. */
package org.relunet.evaluation.baseline;
