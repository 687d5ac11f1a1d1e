/** Scoring a stored model on annotated texts. */
package org.relunet.training.evaluation;
