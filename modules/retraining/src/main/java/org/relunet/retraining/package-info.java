/** Retraining: from corrections to a model that takes the old one's place if it is better. */
package org.relunet.retraining;
