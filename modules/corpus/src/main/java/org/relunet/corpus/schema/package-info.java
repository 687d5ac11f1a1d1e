/** Where a relation schema comes from: a file, or the training data itself. */
package org.relunet.corpus.schema;
