package org.relunet.graph.parameter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.relunet.graph.testing.GraphRun;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.TFloat32;

class ParametersTest {
  private static Operand<TFloat32> make(GraphRun run, String name, ParameterKind kind) {
    return run.parameters().get(name, Shape.of(2, 3), kind, 0, Initializer.glorotUniform());
  }

  private static Map<String, List<Float>> initialised(long seed, String... names) {
    Map<String, List<Float>> values = new HashMap<>();
    try (GraphRun run = GraphRun.inference()) {
      for (String name : names) {
        make(run, name, ParameterKind.HEAD);
      }
      run.values(run.tf().constant(0f)); // all are ready
      run.parameters().initialize(run.session(), run.parameters().all(), seed);
      for (Parameter parameter : run.parameters().all()) {
        values.put(parameter.name(), boxed(run.values(parameter.value())));
      }
    }
    return values;
  }

  private static List<Float> boxed(float[] values) {
    java.util.ArrayList<Float> boxed = new java.util.ArrayList<>();
    for (float value : values) {
      boxed.add(value);
    }
    return boxed;
  }

  @Test
  void sharesAParameterAmongAllWhoNameIt() {
    try (GraphRun run = GraphRun.inference()) {
      Operand<TFloat32> first = make(run, "a.kernel", ParameterKind.HEAD);
      Operand<TFloat32> second = make(run, "a.kernel", ParameterKind.HEAD);
      assertThat(second.asOutput()).isEqualTo(first.asOutput());
      assertThat(run.parameters().all()).hasSize(1);
    }
  }

  @Test
  void refusesTheSameNameWithAnotherShape() {
    try (GraphRun run = GraphRun.inference()) {
      make(run, "a.kernel", ParameterKind.HEAD);
      assertThatThrownBy(
              () ->
                  run.parameters()
                      .get("a.kernel", Shape.of(3, 2), ParameterKind.HEAD, 0, Initializer.zeros()))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("parameter a.kernel has shape [2, 3], not [3, 2]");
    }
  }

  @Test
  void refusesAnUnknownShape() {
    try (GraphRun run = GraphRun.inference()) {
      assertThatThrownBy(
              () ->
                  run.parameters()
                      .get("a", Shape.of(3, -1), ParameterKind.HEAD, 0, Initializer.zeros()))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("parameter a needs a known shape: [3, -1]");
    }
  }

  @Test
  void initialisesIndependentlyOfTheOrderOfMaking() {
    assertThat(initialised(5, "a", "b", "c")).isEqualTo(initialised(5, "c", "a", "b"));
  }

  @Test
  void initialisesEachParameterAndEachSeedDifferently() {
    Map<String, List<Float>> values = initialised(5, "a", "b");
    assertThat(values.get("a")).isNotEqualTo(values.get("b"));
    assertThat(initialised(6, "a").get("a")).isNotEqualTo(values.get("a"));
  }

  @Test
  void listsInTheOrderOfMakingAndTellsTheTrainedApart() {
    try (GraphRun run = GraphRun.inference()) {
      make(run, "z", ParameterKind.HEAD);
      make(run, "frozen", ParameterKind.FROZEN);
      make(run, "a", ParameterKind.ENCODER);
      assertThat(run.parameters().all())
          .extracting(Parameter::name)
          .containsExactly("z", "frozen", "a");
      assertThat(run.parameters().trained()).extracting(Parameter::name).containsExactly("z", "a");
      assertThat(Parameters.variables(run.parameters().trained())).hasSize(2);
    }
  }

  @Test
  void keepsSinglePrecisionExactly() {
    assertThat(stored(Parameters.Storage.SINGLE, 1 / 3f)).isEqualTo(1 / 3f);
  }

  @Test
  void roundsToHalfPrecisionWhereAskedFor() {
    assertThat(stored(Parameters.Storage.HALF, 1 / 3f)).isEqualTo(0.33325195f);
    assertThat(stored(Parameters.Storage.HALF, 0.5f)).isEqualTo(0.5f);
  }

  @Test
  void keepsMatricesInBytesWithAScaleForEachColumnAndVectorsInHalfPrecision() {
    try (GraphRun run = GraphRun.inference(Parameters.Storage.BYTE)) {
      Operand<TFloat32> matrix = make(run, "a.kernel", ParameterKind.HEAD);
      Operand<TFloat32> vector =
          run.parameters().get("a.bias", Shape.of(1), ParameterKind.HEAD, 0, Initializer.zeros());
      run.set("a.kernel", 1.27f, 0, -254, -0.014f, 0, 1.9f).set("a.bias", 1 / 3f);

      // steps of 0.01, none and 2
      assertThat(run.values(matrix))
          .containsExactly(new float[] {1.27f, 0, -254, -0.01f, 0, 2}, within(1e-6f));
      assertThat(run.values(vector)).containsExactly(0.33325195f);
      assertThat(run.parameters().all())
          .extracting(parameter -> parameter.variable().type().getSimpleName())
          .containsExactly("TUint8", "TFloat16");
    }
  }

  private static float stored(Parameters.Storage storage, float value) {
    try (GraphRun run = GraphRun.inference(storage)) {
      Operand<TFloat32> parameter =
          run.parameters().get("a", Shape.of(1), ParameterKind.HEAD, 0, Initializer.zeros());
      return run.set("a", value).values(parameter)[0];
    }
  }

  @Test
  void refusesTheWrongNumberOfValues() {
    try (GraphRun run = GraphRun.inference()) {
      make(run, "a.kernel", ParameterKind.HEAD);
      Parameter parameter = run.parameters().all().get(0);
      assertThatThrownBy(
              () -> Parameters.assign(run.session(), java.util.Map.of(parameter, new float[5])))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("parameter a.kernel of shape [2, 3] was given 5 values");
    }
  }
}
