package org.relunet.graph.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relunet.graph.parameter.ParameterKind;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.TFloat32;

class CheckpointTest {
  private static final AdamWSettings ALL = new AdamWSettings(0.01, 0.5, 0.99, 1);

  @TempDir Path directory;

  @Test
  void goesOnBitForBitAsIfNothingHadHappened() throws IOException {
    List<float[]> straight;
    try (Training training = Training.start(ALL, Training::regression)) {
      training.step(20, 0.01, 0.03);
      straight = training.allValues();
    }
    Path path = directory.resolve("runs/step-10");
    try (Training training = Training.start(ALL, Training::regression)) {
      training.step(10, 0.01, 0.03);
      assertThat(training.allValues()).usingRecursiveComparison().isNotEqualTo(straight);
      training.checkpoint.save(training.session, path);
    }
    try (Training training = Training.build(ALL, Training::regression)) {
      training.checkpoint.restore(training.session, path);
      training.step(10, 0.01, 0.03);
      assertThat(training.allValues()).usingRecursiveComparison().isEqualTo(straight);
    }
  }

  @Test
  void differsWithoutTheSlots() throws IOException {
    Path path = directory.resolve("parameters");
    List<float[]> straight;
    try (Training training = Training.start(ALL, Training::regression)) {
      training.step(10, 0.01, 0.03);
      Checkpoint.of(training.tf, parametersOf(training)).save(training.session, path);
      training.step(10, 0.01, 0.03);
      straight = training.allValues();
    }
    try (Training training = Training.start(ALL, Training::regression)) {
      Checkpoint.of(training.tf, parametersOf(training)).restore(training.session, path);
      training.step(10, 0.01, 0.03);
      assertThat(training.allValues()).usingRecursiveComparison().isNotEqualTo(straight);
    }
  }

  private static List<NamedVariable> parametersOf(Training training) {
    return training.parameters.all().stream().map(NamedVariable::of).toList();
  }

  @Test
  void consistsOfTwoFilesAndLeavesNothingElse() throws IOException {
    try (Training training = Training.start(ALL, Training::regression)) {
      training.checkpoint.save(training.session, directory.resolve("a"));
      training.checkpoint.save(training.session, directory.resolve("a"));
    }
    assertThat(files()).containsExactly("a.data-00000-of-00001", "a.index");
    assertThat(Checkpoint.exists(directory.resolve("a"))).isTrue();
    Checkpoint.delete(directory.resolve("a"));
    assertThat(files()).isEmpty();
    assertThat(Checkpoint.exists(directory.resolve("a"))).isFalse();
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void writesOverAnOlderOne() throws IOException {
    Path path = directory.resolve("a");
    try (Training training = Training.start(ALL, Training::regression)) {
      training.checkpoint.save(training.session, path);
      training.step(3, 0.01, 0.03);
      List<float[]> newer = training.allValues();
      training.checkpoint.save(training.session, path);
      training.initialize();
      training.checkpoint.restore(training.session, path);
      assertThat(training.allValues()).usingRecursiveComparison().isEqualTo(newer);
    }
  }

  @Test
  void keepsTheOlderOneWhereThereIsNothingToSave() throws IOException {
    Path path = directory.resolve("a");
    try (Training training = Training.start(ALL, Training::regression)) {
      training.checkpoint.save(training.session, path);
    }
    try (Training training = Training.build(ALL, Training::regression)) {
      assertThatThrownBy(() -> training.checkpoint.save(training.session, path))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("cannot write checkpoint " + path);
      assertThat(files()).containsExactly("a.data-00000-of-00001", "a.index");
      training.checkpoint.restore(training.session, path);
    }
  }

  @Test
  void saysThatThereIsNone() {
    try (Training training = Training.build(ALL, Training::regression)) {
      assertThatThrownBy(
              () -> training.checkpoint.restore(training.session, directory.resolve("a")))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("no checkpoint " + directory.resolve("a"));
    }
  }

  @Test
  void changesNothingWhereAVariableHasAnotherShape() throws IOException {
    Path path = directory.resolve("a");
    try (Training training = Training.start(ALL, building -> pair(building, 3))) {
      training.checkpoint.save(training.session, path);
    }
    try (Training training = Training.start(ALL, building -> pair(building, 2))) {
      training.step(2, 0.1, 0.1);
      List<float[]> before = training.allValues();
      assertThatThrownBy(() -> training.checkpoint.restore(training.session, path))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("cannot read checkpoint " + path);
      assertThat(training.allValues()).usingRecursiveComparison().isEqualTo(before);
    }
  }

  /** Two parameters, the second of the given size. */
  private static Operand<TFloat32> pair(Training building, int size) {
    Operand<TFloat32> first =
        building.parameter("first", ParameterKind.HEAD, Shape.of(2), 1f, size);
    Operand<TFloat32> second =
        building.parameter("second", ParameterKind.HEAD, Shape.of(size), new float[size]);
    return building.tf.math.add(
        building.inner(first, new float[2]), building.inner(second, new float[size]));
  }

  @Test
  void namesAVariableThatIsMissing() throws IOException {
    Path path = directory.resolve("a");
    try (Training training = Training.start(ALL, building -> pair(building, 3))) {
      training.checkpoint.save(training.session, path);
    }
    try (Training training = Training.build(ALL, Training::regression)) {
      assertThatThrownBy(() -> training.checkpoint.restore(training.session, path))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("not found in checkpoint");
    }
  }

  @Test
  void refusesADamagedFile() throws IOException {
    Path path = directory.resolve("a");
    try (Training training = Training.start(ALL, Training::regression)) {
      training.checkpoint.save(training.session, path);
      Path data = directory.resolve("a.data-00000-of-00001");
      byte[] bytes = Files.readAllBytes(data);
      bytes[bytes.length / 2] ^= 1;
      Files.write(data, bytes, StandardOpenOption.TRUNCATE_EXISTING);
      assertThatThrownBy(() -> training.checkpoint.restore(training.session, path))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("cannot read checkpoint " + path);
    }
  }

  @Test
  void refusesTwoVariablesOfOneName() {
    try (Training training = Training.build(ALL, Training::regression)) {
      NamedVariable variable = training.variables().get(0);
      assertThatThrownBy(() -> Checkpoint.of(training.tf, List.of(variable, variable)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("distinct names");
    }
  }
}
