/** How well a confidence tells the share of triples that are right, and how it is made to. */
package org.relunet.evaluation.calibration;
