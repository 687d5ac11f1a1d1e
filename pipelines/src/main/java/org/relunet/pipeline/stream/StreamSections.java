package org.relunet.pipeline.stream;

import org.relunet.config.ConfigurationSchema;
import org.relunet.config.SectionContributor;

/** Declares the section {@code stream}. */
public final class StreamSections implements SectionContributor {
  /** Name of the section of {@link StreamSettings}. */
  public static final String STREAM = "stream";

  @Override
  public void contribute(ConfigurationSchema.Builder schema) {
    schema.section(STREAM, "Streaming: extraction from topics of Kafka.", StreamSettings.class);
  }
}
