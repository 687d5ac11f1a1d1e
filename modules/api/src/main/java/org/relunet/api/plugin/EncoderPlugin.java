package org.relunet.api.plugin;

/**
 * An encoder plugin. Its module binds {@link Encoder}, to an implementation of the graph side's
 * {@code org.relunet.graph.part.EncoderPart}.
 *
 * @param <C> the settings
 */
public non-sealed interface EncoderPlugin<C extends Record> extends Plugin<C> {}
