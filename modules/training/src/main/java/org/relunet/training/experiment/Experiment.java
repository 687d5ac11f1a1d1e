package org.relunet.training.experiment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A grid of trainings: every row with each of its seeds.
 *
 * @param name of the file, without its ending
 * @param base configuration that all rows begin with
 * @param common overrides of all rows
 * @param rows in the table's order
 */
public record Experiment(String name, Path base, List<String> common, List<ExperimentRow> rows) {
  public Experiment {
    common = List.copyOf(common);
    rows = List.copyOf(rows);
  }

  /** All overrides of one training; later ones win. */
  public List<String> overrides(ExperimentRow row, long seed) {
    List<String> all = new ArrayList<>(common);
    all.addAll(row.overrides());
    all.add("training.seed=" + seed);
    return all;
  }
}
