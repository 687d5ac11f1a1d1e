/**
 * The tokenizer plugin {@code opennlp}: rules over classes of characters, Apache OpenNLP's
 * maximum-entropy models of sentences' and words' ends where the rules say nothing, and a
 * perceptron tagger of universal parts of speech.
 */
package org.relunet.tokenizer.opennlp;
