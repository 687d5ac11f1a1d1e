/** Old texts and corrected ones as one training file. */
package org.relunet.retraining.merge;
