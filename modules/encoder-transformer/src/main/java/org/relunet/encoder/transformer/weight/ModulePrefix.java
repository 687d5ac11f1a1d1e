package org.relunet.encoder.transformer.weight;

import java.util.Set;

/** What stands before the names of an encoder that is a part of a larger PyTorch model. */
final class ModulePrefix {
  private static final String ALWAYS_THERE = "embeddings.word_embeddings.weight";

  private ModulePrefix() {}

  /** Ends with a dot; empty where the encoder is all of the model. */
  static String of(Set<String> names) {
    if (names.contains(ALWAYS_THERE)) {
      return "";
    }
    return names.stream()
        .filter(name -> name.endsWith("." + ALWAYS_THERE))
        .findFirst()
        .map(name -> name.substring(0, name.length() - ALWAYS_THERE.length()))
        .orElse("");
  }
}
