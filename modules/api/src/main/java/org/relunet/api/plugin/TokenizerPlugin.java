package org.relunet.api.plugin;

/**
 * A tokenizer plugin. Its module binds {@link Tokenizer}.
 *
 * @param <C> the settings
 */
public non-sealed interface TokenizerPlugin<C extends Record> extends Plugin<C> {}
