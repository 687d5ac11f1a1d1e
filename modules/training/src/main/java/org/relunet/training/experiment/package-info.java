/** Grids of trainings that differ in settings and seeds, and the table of their scores. */
package org.relunet.training.experiment;
