package org.relunet.config;

/**
 * The plugin that a section chooses.
 *
 * @param name its name
 * @param settings its settings: the record that the schema has for the name
 */
public record PluginChoice(String name, Record settings) {}
