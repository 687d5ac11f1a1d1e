/** Stored models that a training reads: the one it begins with, and those that teach. */
package org.relunet.training.start;
