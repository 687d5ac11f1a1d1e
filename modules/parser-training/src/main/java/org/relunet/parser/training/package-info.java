/**
 * Trains the part-of-speech tagger and MaltParser on a treebank: {@link
 * org.relunet.parser.training.ParserTraining} is the entry.
 */
package org.relunet.parser.training;
