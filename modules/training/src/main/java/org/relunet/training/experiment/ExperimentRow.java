package org.relunet.training.experiment;

import java.util.List;
import java.util.Locale;

/**
 * One row of a table: what differs from the experiment's base.
 *
 * @param name as the table has it
 * @param overrides each {@code section.key=value}
 * @param seeds values of {@code training.seed}
 */
public record ExperimentRow(String name, List<String> overrides, List<Long> seeds) {
  public ExperimentRow {
    overrides = List.copyOf(overrides);
    seeds = List.copyOf(seeds);
  }

  /** The name as a directory: lower case, and a dash for whatever is no letter, digit or point. */
  String directory() {
    return name.toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}.]+", "-")
        .replaceAll("^[-.]+|-+$", "");
  }
}
