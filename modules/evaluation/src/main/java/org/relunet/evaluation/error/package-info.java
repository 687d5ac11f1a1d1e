/** Texts with what was found, missed and found wrongly in them, for whoever wants to see why. */
package org.relunet.evaluation.error;
