package org.relunet.training.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.relunet.model.store.provenance.DataFile;

/** What makes another training of one. */
final class RunInputsTest {
  private static DataFile file(String role, String name, String digit) {
    return new DataFile(role, name, 12, digit.repeat(64), "");
  }

  private static RunInputs inputs(Map<String, String> settings, DataFile... files) {
    return new RunInputs(new TreeMap<>(settings), List.of(files));
  }

  @Test
  void otherSettingsAreNamedWithBothValues() {
    RunInputs before = inputs(Map.of("training.seed", "5", "loss.alpha", "1.0", "old", "x"));
    RunInputs now = inputs(Map.of("training.seed", "6", "loss.alpha", "1.0", "new", "y"));

    assertThat(before.differences(now))
        .containsExactly("new: (none) -> y", "old: x -> (none)", "training.seed: 5 -> 6");
    assertThat(before.differences(before)).isEmpty();
  }

  @Test
  void anotherLengthMakesNoOtherTrainingButIsTold() {
    RunInputs before = inputs(Map.of("training.epochs", "5", "--max-steps", "11"));
    RunInputs now = inputs(Map.of("training.epochs", "8", "training.patience", "3"));

    assertThat(before.differences(now)).isEmpty();
    assertThat(before.otherLength(now))
        .containsExactly(
            "--max-steps: 11 -> (none)",
            "training.epochs: 5 -> 8",
            "training.patience: (none) -> 3");
    assertThat(before.length()).contains(new RunLength(5, OptionalLong.of(11)));
  }

  @Test
  void filesAreTheSameByTheirContentWhateverTheirName() {
    RunInputs before = inputs(Map.of(), file("train", "a.json", "1"), file("dev", "b.json", "2"));

    assertThat(
            before.differences(
                inputs(Map.of(), file("train", "moved.json", "1"), file("dev", "b.json", "2"))))
        .isEmpty();
    assertThat(
            before.differences(
                inputs(Map.of(), file("train", "a.json", "3"), file("relations", "r.json", "4"))))
        .containsExactly(
            "data.dev: b.json (12 bytes, SHA-256 22222222...) -> (none)",
            "data.relations: (none) -> r.json (12 bytes, SHA-256 44444444...)",
            "data.train: a.json (12 bytes, SHA-256 11111111...) -> a.json (12 bytes, SHA-256"
                + " 33333333...)");
  }

  @Test
  void threadsMakeNoOtherTrainingButAreTold() {
    RunInputs before = inputs(Map.of("session.intra-op-threads", "1"));
    RunInputs now = inputs(Map.of("session.intra-op-threads", "2"));

    assertThat(before.differences(now)).isEmpty();
    assertThat(before.otherThreads(now)).containsExactly("session.intra-op-threads: 1 -> 2");
  }
}
