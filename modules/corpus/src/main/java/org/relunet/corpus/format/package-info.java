/** Reading and writing annotated texts in the file formats of {@code modules/corpus/FORMATS.md}. */
package org.relunet.corpus.format;
