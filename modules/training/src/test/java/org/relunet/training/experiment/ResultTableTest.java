package org.relunet.training.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
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
    return new RowResult(
        row, seed, "exact", 0.5, 0.25, f1, f1 + 0.1, f1 / 2, 6, 5, 1800, 50.04, "m-" + seed);
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
            "| both | 50.0 ± 0.0 | 25.0 ± 0.0 | 81.0 ± 1.4 | 91.0 ± 1.4 | 40.5 ± 0.7 | 2 of 2 | 5/6,"
                + " 5/6 | 0.50 | 50.0 | m-1, m-2 |",
            "| a \"half\" | 50.0 | 25.0 | 70.0 | 80.0 | 35.0 | 1 of 2 | 5/6 | 0.50 | 50.0 | m-1 |",
            "| none | - | - | - | - | - | 0 of 2 | - | - | - | - |");
  }

  @Test
  void givesEveryTrainingForPrograms() {
    assertThat(TABLE.toCsv().split("\r\n"))
        .containsExactly(
            "row,seed,match,precision,recall,f1,best_epoch,epochs,seconds,sentences_per_second,"
                + "model,seen_f1,unseen_f1",
            "\"both\",1,exact,0.5000,0.2500,0.8000,5,6,1800,50.0,m-1,0.9000,0.4000",
            "\"both\",2,exact,0.5000,0.2500,0.8200,5,6,1800,50.0,m-2,0.9200,0.4100",
            "\"a \"\"half\"\"\",1,exact,0.5000,0.2500,0.7000,5,6,1800,50.0,m-1,0.8000,0.3500");
  }

  /** A result of an earlier version, as it stands on the disk. */
  @Test
  void readsResultsThatDoNotTellWhatWasSeen() throws IOException {
    RowResult earlier =
        new ObjectMapper()
            .readValue(
                """
                {"row": "both", "seed": 1, "match": "exact", "precision": 0.5, "recall": 0.25, \
                "f1": 0.8, "epochs": 6, "bestEpoch": 5, "seconds": 1800.0, \
                "sentencesPerSecond": 50.0, "model": "m-1"}
                """,
                RowResult.class);
    ResultTable table =
        new ResultTable(EXPERIMENT, Map.of("both", List.of(earlier, result("both", 2, 0.82))));
    assertThat(table.toMarkdown()).contains("| 81.0 ± 1.4 | - | - | 2 of 2 |");
    assertThat(table.toCsv()).contains("50.0,m-1,,\r\n").contains("50.0,m-2,0.9200,0.4100\r\n");
  }
}
