package org.relunet.training.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relunet.config.problem.ConfigurationException;

class ExperimentFileTest {
  @TempDir Path directory;

  private Experiment read(String yaml) throws IOException {
    return ExperimentFile.read(Files.writeString(directory.resolve("rows.yaml"), yaml));
  }

  @Test
  void readsRowsSeedsAndSettings() throws IOException {
    Experiment experiment =
        read(
            """
            base: ../base.yaml
            seeds: [1, -2]
            set:
              training.epochs: 3
            rows:
              - name: RelU-Net
              - name: core of 4
                seeds: [3]
                set:
                  relunet:
                    core-sizes: [8, 4]
                  data.licence: ""
            """);
    assertThat(experiment.name()).isEqualTo("rows");
    assertThat(experiment.base()).isEqualTo(directory.resolve("../base.yaml"));
    assertThat(experiment.rows())
        .extracting(ExperimentRow::seeds)
        .containsExactly(List.of(1L, -2L), List.of(3L));
    assertThat(experiment.rows())
        .extracting(ExperimentRow::directory)
        .containsExactly("relu-net", "core-of-4");
    assertThat(experiment.overrides(experiment.rows().get(1), 7))
        .containsExactly(
            "training.epochs=3",
            "relunet.core-sizes=[8, 4]",
            "data.licence=\"\"",
            "training.seed=7");
  }

  @Test
  void textsStayAsTheyAreWrittenWhateverTheirCharacters() throws IOException {
    Experiment experiment =
        read(
            """
            base: base.yaml
            seeds: [1]
            rows:
              - name: a
                set:
                  extractor.pair.entity-types: ["a, b", 'it''s', "#", 12]
                  data.licence: "[a]"
            """);
    assertThat(experiment.overrides(experiment.rows().get(0), 7))
        .containsExactly(
            "extractor.pair.entity-types=[\"a, b\", \"it's\", \"#\", 12]",
            "data.licence=\"[a]\"",
            "training.seed=7");
  }

  @Test
  void tellsAllThatIsWrongWithItsPlace() {
    assertThatThrownBy(
            () ->
                read(
                    """
                    bas: x.yaml
                    seeds: [1, one, 1]
                    rows:
                      - name: A b
                      - name: a-B
                      - sets: {}
                      - name: "!"
                    """))
        .isInstanceOf(ConfigurationException.class)
        .message()
        .contains("rows.yaml:1:1: unknown key 'bas'")
        .contains("Did you mean 'base'?")
        .contains("needs the key base")
        .contains("rows.yaml:2:12: seeds: must be a whole number, but is 'one'")
        .contains("rows.yaml:2:17: seeds: 1 stands there twice")
        .contains("the row 'a-B' has the name of that at")
        .contains("unknown key 'sets'")
        .contains("a row needs the key name")
        .contains("the name of a row needs letters or digits");
  }

  @Test
  void refusesAFileWithoutRows() {
    assertThatThrownBy(() -> read("base: x.yaml\n")).hasMessageContaining("needs the key rows");
    assertThatThrownBy(() -> read("base: x.yaml\nrows: []\n"))
        .hasMessageContaining("rows: must be a list of rows, but is empty");
    assertThatThrownBy(() -> ExperimentFile.read(directory.resolve("none.yaml")))
        .hasMessageContaining("there is no such configuration file");
    assertThat(List.of(directory.toFile().list())).doesNotContain("none.yaml");
  }
}
