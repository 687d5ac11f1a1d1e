/**
 * The parser plugin {@code nlp4j}: Emory University's NLP4J with its own English models, whose
 * relations are not those of Universal Dependencies.
 *
 * <p>Choi and McCallum, "Transition-based Dependency Parsing with Selectional Branching", ACL 2013.
 */
package org.relunet.parser.nlp4j;
