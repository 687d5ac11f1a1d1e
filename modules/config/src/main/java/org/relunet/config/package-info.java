/**
 * Strict configuration in YAML: a program declares its {@link
 * org.relunet.config.ConfigurationSchema}, the {@link org.relunet.config.ConfigurationReader} binds
 * files and overrides to records of settings, or reports all that is wrong at once.
 *
 * <p>A section holds the keys of a record. A plugin section chooses a plugin and holds the settings
 * of each:
 *
 * <pre>{@code
 * parser:
 *   plugin: malt
 *   malt:
 *     model: models/english.mco
 * }</pre>
 */
package org.relunet.config;
