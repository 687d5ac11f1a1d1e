/** Whether a new model may take the place of the one in use. */
package org.relunet.retraining.gate;
