/**
 * Annotated texts: what a data set says, before any tokenizer has seen it.
 *
 * <p>The file formats are described in {@code modules/corpus/FORMATS.md}. The way of the data is: a
 * file is read ({@code format}), its texts are tokenized elsewhere, their triples are aligned with
 * the words ({@code alignment}), and what could not be used is counted and explained ({@code
 * validation}).
 */
package org.relunet.corpus;
