package org.relunet.api.plugin;

/**
 * A parser plugin. Its module binds {@link Parser}.
 *
 * @param <C> the settings
 */
public non-sealed interface ParserPlugin<C extends Record> extends Plugin<C> {}
