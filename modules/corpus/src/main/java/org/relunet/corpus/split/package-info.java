/** Dividing a data set into training and development data. */
package org.relunet.corpus.split;
