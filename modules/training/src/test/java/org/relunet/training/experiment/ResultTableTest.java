package org.relunet.training.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResultTableTest {
  private static final Experiment EXPERIMENT =
      new Experiment(
          "test",
          Path.of("base.yaml"),
          List.of(),
          List.of(
              new ExperimentRow("both", List.of(), List.of(1L, 2L)),
              new ExperimentRow("a \"half\"", List.of(), List.of(1L, 2L)),
              new ExperimentRow("none", List.of(), List.of(1L, 2L))));

  private static RowResult result(String row, long seed, double f1) {
    return new RowResult(row, seed, "exact", 0.5, 0.25, f1, 6, 5, 1800, 50.04, "m-" + seed);
  }

  private static final ResultTable TABLE =
      new ResultTable(
          EXPERIMENT,
          Map.of(
              "both", List.of(result("both", 1, 0.8), result("both", 2, 0.82)),
              "a \"half\"", List.of(result("a \"half\"", 1, 0.7))));

  @Test
  void givesMeansAndSpreadForPeople() {
    assertThat(TABLE.toMarkdown().lines().skip(2))
        .containsExactly(
            "| both | 50.0 ± 0.0 | 25.0 ± 0.0 | 81.0 ± 1.4 | 2 of 2 | 5/6, 5/6 | 0.50 | 50.0 |"
                + " m-1, m-2 |",
            "| a \"half\" | 50.0 | 25.0 | 70.0 | 1 of 2 | 5/6 | 0.50 | 50.0 | m-1 |",
            "| none | - | - | - | 0 of 2 | - | - | - | - |");
  }

  @Test
  void givesEveryTrainingForPrograms() {
    assertThat(TABLE.toCsv().split("\r\n"))
        .containsExactly(
            "row,seed,match,precision,recall,f1,best_epoch,epochs,seconds,sentences_per_second,"
                + "model",
            "\"both\",1,exact,0.5000,0.2500,0.8000,5,6,1800,50.0,m-1",
            "\"both\",2,exact,0.5000,0.2500,0.8200,5,6,1800,50.0,m-2",
            "\"a \"\"half\"\"\",1,exact,0.5000,0.2500,0.7000,5,6,1800,50.0,m-1");
  }
}
