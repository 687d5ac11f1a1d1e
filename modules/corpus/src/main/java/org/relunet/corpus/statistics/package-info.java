/** Figures that describe a data set. */
package org.relunet.corpus.statistics;
