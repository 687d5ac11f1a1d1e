/** Which characters the texts and names of a data set may have. */
package org.relunet.corpus.characters;
