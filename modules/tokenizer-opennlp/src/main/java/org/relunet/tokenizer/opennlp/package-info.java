/**
 * The tokenizer plugin {@code opennlp}: Apache OpenNLP's maximum-entropy sentence detector and word
 * tokenizer, and a perceptron tagger of universal parts of speech.
 */
package org.relunet.tokenizer.opennlp;
