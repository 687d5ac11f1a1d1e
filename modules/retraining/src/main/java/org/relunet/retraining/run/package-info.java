/** The stages of a retraining; each leaves its result, and a rerun begins behind the last one. */
package org.relunet.retraining.run;
