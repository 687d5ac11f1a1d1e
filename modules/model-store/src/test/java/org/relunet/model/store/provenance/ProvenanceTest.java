package org.relunet.model.store.provenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relunet.model.store.ExamplePackage;
import org.relunet.model.store.json.JsonFormatException;

class ProvenanceTest {
  @TempDir Path directory;
  private final Provenance example = ExamplePackage.provenance();

  @Test
  void survivesJson() {
    assertThat(Provenance.parse(example.toJson())).isEqualTo(example);
    Provenance child = with(example.scores(), Optional.of("tiny-0123456789ab"));
    assertThat(Provenance.parse(child.toJson())).isEqualTo(child);
    assertThat(example.toJson()).doesNotContain("parentModel").contains("2026-01-02T03:04:05Z");
  }

  @Test
  void tellsWhatWasChosenAndWhoTaughtWhereAnythingAndAnybodyDid() {
    assertThat(example.toJson())
        .doesNotContain("chosenSettings")
        .doesNotContain("syntaxModels")
        .doesNotContain("teacherModel");
    Provenance chosen = chosen(Map.of("extractor.casrel.threshold", "0.4"));

    assertThat(chosen.toJson())
        .containsPattern(
            "\"teacherModels\" : \\[\\s+\"large-0123456789ab\",\\s+\"other-0123456789ab\"")
        .contains("\"extractor.casrel.threshold\" : \"0.4\"");
    assertThat(Provenance.parse(chosen.toJson())).isEqualTo(chosen);
  }

  @Test
  void theOneTeacherOfAnEarlierVersionIsRead() {
    String earlier =
        example.toJson().replaceFirst("\\{", "{ \"teacherModel\" : \"large-0123456789ab\",");

    assertThat(Provenance.parse(earlier).teacherModels()).containsExactly("large-0123456789ab");
  }

  @Test
  void dataFileIsDescribedByItsContentAndNotByItsPlace() throws IOException {
    Path file = Files.writeString(directory.resolve("train.json"), "abc");

    assertThat(DataFile.of("train", file, "CC0"))
        .isEqualTo(
            new DataFile(
                "train",
                "train.json",
                3,
                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
                "CC0"));
  }

  @Test
  void versionsOfThisProcessAreKnown() {
    SoftwareVersions versions = SoftwareVersions.current("2.18.0");

    assertThat(versions.relunet()).matches("\\d+\\.\\d+.*");
    assertThat(versions.java()).startsWith(String.valueOf(Runtime.version().feature()));
    assertThat(versions.architecture()).isNotBlank();
  }

  @Test
  void theMachineIsNotDescribed() {
    assertThat(SoftwareVersions.current("2.18.0").toString())
        .doesNotContain(System.getProperty("os.version"))
        .doesNotContain(System.getProperty("user.home"));
  }

  @Test
  void scoreThatIsNoNumberIsRefused() {
    assertThatThrownBy(() -> with(Map.of("f1", Double.NaN), Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("score 'f1' is NaN");
  }

  @Test
  void jsonWithoutAKeyIsRefused() {
    String json = example.toJson().replaceFirst("\"versions\"", "\"version\"");

    assertThatThrownBy(() -> Provenance.parse(json))
        .isInstanceOf(JsonFormatException.class)
        .hasMessageContaining("version");
  }

  private Provenance with(Map<String, Double> scores, Optional<String> parent) {
    return new Provenance(
        example.configuration(),
        example.dataFiles(),
        example.seed(),
        example.versions(),
        example.started(),
        example.finished(),
        example.epochs(),
        example.bestEpoch(),
        scores,
        Map.of(),
        Map.of(),
        parent,
        List.of());
  }

  private Provenance chosen(Map<String, String> settings) {
    return new Provenance(
        example.configuration(),
        example.dataFiles(),
        example.seed(),
        example.versions(),
        example.started(),
        example.finished(),
        example.epochs(),
        example.bestEpoch(),
        example.scores(),
        settings,
        Map.of("parser.malt.model", "c".repeat(64)),
        example.parentModel(),
        List.of("large-0123456789ab", "other-0123456789ab"));
  }
}
