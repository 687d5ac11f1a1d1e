package org.relunet.config;

/**
 * Adds a module's own sections to the one configuration of the program. Found on the class path by
 * {@link java.util.ServiceLoader}, so that a file with a section for training is understood, and
 * checked, wherever the training module is.
 */
public interface SectionContributor {
  /** Declares the sections, after those of the plugins and the network. */
  void contribute(ConfigurationSchema.Builder schema);
}
