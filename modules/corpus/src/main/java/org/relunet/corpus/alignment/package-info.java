/** From a data set's triples to triples over the words that a tokenizer found. */
package org.relunet.corpus.alignment;
