package org.relunet.pipeline.fact;

/**
 * An entity of a fact.
 *
 * @param text the longest name that the fact's places give it
 * @param key the same for the same entity of a document, another for each other one: the full name
 *     with every byte but letters, digits and {@code - . _ ~} percent-encoded, or {@code
 *     @start-end}, in code points, where its mention is no name
 */
public record FactEntity(String text, String key) {}
