package org.relunet.config;

import java.util.Optional;
import org.relunet.config.key.GivenValues;
import org.relunet.config.key.KeyGroup;
import org.relunet.config.problem.Problems;

/** A section of the configuration: its keys, and what is made of their values. */
sealed interface Section permits RecordSection, PluginSection {
  KeyGroup keys();

  /** The section's content; empty where the values have a problem, found before or now. */
  Optional<?> build(GivenValues given, Problems problems);

  /** All values of a content that {@link #build} made. */
  GivenValues values(Object content);
}
