/** How the triples of a text overlap: the classes that data sets and scores are broken down by. */
package org.relunet.corpus.overlap;
