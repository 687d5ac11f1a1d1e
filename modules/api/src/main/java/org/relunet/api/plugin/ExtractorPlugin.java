package org.relunet.api.plugin;

/**
 * An extractor plugin. Its module binds {@link Extractor}, to an implementation of the graph side's
 * {@code org.relunet.graph.part.ExtractorPart}. A {@link org.relunet.api.triple.RelationSchema} is
 * bound and can be injected.
 *
 * @param <C> the settings
 */
public non-sealed interface ExtractorPlugin<C extends Record> extends Plugin<C> {}
