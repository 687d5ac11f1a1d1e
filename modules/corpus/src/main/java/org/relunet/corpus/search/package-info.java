/** Finding a sequence in another in linear time, however it repeats itself. */
package org.relunet.corpus.search;
