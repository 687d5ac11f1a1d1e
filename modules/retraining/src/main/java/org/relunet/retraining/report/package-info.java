/** A run's report, for people. */
package org.relunet.retraining.report;
