/** Documents whose facts reach over sentences, cut into passages of a network's length. */
package org.relunet.corpus.passages;
