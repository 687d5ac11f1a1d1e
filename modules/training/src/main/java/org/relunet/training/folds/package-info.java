/** Cross-validation: a training for each part of the texts, and one of all of them. */
package org.relunet.training.folds;
