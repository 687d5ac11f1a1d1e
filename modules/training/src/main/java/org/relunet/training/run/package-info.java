/** The course of a training: epochs, checkpoints, the best model, resuming. */
package org.relunet.training.run;
