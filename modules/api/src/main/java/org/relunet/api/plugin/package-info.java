/**
 * The four kinds of plugin, and what each must give.
 *
 * <p>A plugin is a name, a record of its settings and a Guice module. It is found on the class path
 * by {@link java.util.ServiceLoader} (list the class in {@code META-INF/services/} under the name
 * of its kind's interface) and chosen by configuration: {@code parser.plugin: malt} chooses it,
 * {@code parser.malt} holds its settings.
 */
package org.relunet.api.plugin;
