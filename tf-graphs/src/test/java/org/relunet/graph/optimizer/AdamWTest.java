package org.relunet.graph.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.relunet.graph.parameter.Initializer;
import org.relunet.graph.parameter.ParameterKind;
import org.tensorflow.Operand;
import org.tensorflow.exceptions.TFInvalidArgumentException;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.TFloat32;

class AdamWTest {
  private static final AdamWSettings PLAIN = new AdamWSettings(0, 0);
  private static final Shape MATRIX = Shape.of(2, 1);

  @Test
  void followsItsEquationsWithDecayOfMatricesOnly() {
    float[] gradient = {0.5f, -2f};
    try (Training training =
        Training.start(
            new AdamWSettings(0.1, 0, 0, 1, 0.8, 0.95, 1e-3),
            building ->
                building.tf.math.add(
                    building.inner(
                        building.parameter("w", ParameterKind.HEAD, MATRIX, 3f, -1f), gradient),
                    building.inner(
                        building.parameter("b", ParameterKind.HEAD, Shape.of(2), 3f, -1f),
                        gradient)))) {
      training.step(5, 0, 0.02);
      for (int i = 0; i < 2; i++) {
        double first = new float[] {3f, -1f}[i];
        assertThat((double) training.values("w")[i])
            .isEqualTo(reference(first, gradient[i], 5, 0.1), within(1e-6));
        assertThat((double) training.values("b")[i])
            .isEqualTo(reference(first, gradient[i], 5, 0), within(1e-6));
      }
    }
  }

  /** The equations of the paper in double precision, for a constant gradient. */
  private static double reference(double w, double gradient, int steps, double decay) {
    double m = 0;
    double v = 0;
    for (int t = 1; t <= steps; t++) {
      w -= 0.02 * decay * w;
      m = 0.8 * m + 0.2 * gradient;
      v = 0.95 * v + 0.05 * gradient * gradient;
      w -=
          0.02
              * Math.sqrt(1 - Math.pow(0.95, t))
              / (1 - Math.pow(0.8, t))
              * m
              / (Math.sqrt(v) + 1e-3);
    }
    return w;
  }

  @Test
  void decaysWeightsByTheShareComputedByHand() {
    try (Training training =
        Training.start(
            new AdamWSettings(0.5, 0),
            building ->
                building.inner(
                    building.parameter("w", ParameterKind.HEAD, MATRIX, 8f, -4f), 0f, 1f))) {
      training.step(1, 0, 0.1);
      // no gradient: 8 - 0.1 * 0.5 * 8; with one, the first step of Adam is the rate in size
      assertThat(training.values("w")).containsExactly(new float[] {7.6f, -3.9f}, within(1e-5f));
    }
  }

  @Test
  void trainsEachKindAtItsRateAndLeavesFrozenParametersAlone() {
    try (Training training = Training.start(PLAIN, Training::regression)) {
      float[] scale = training.values("scale");
      float[] encoder = training.values("first.weights");
      float[] head = training.values("second.weights");
      training.step(3, 0, 0.1);
      assertThat(training.values("first.weights")).isEqualTo(encoder);
      assertThat(training.values("second.weights")).isNotEqualTo(head);
      training.step(3, 0.1, 0);
      assertThat(training.values("first.weights")).isNotEqualTo(encoder);
      assertThat(training.values("scale")).isEqualTo(scale);
      assertThat(training.optimizer.slots())
          .extracting(NamedVariable::name)
          .noneMatch(name -> name.contains("scale"));
    }
  }

  /** The first step of Adam is the rate in size, whatever the gradient. */
  @Test
  void theRateOfTheEncoderFallsFromLayerToLayerAndNoOthersDoes() {
    try (Training training =
        Training.start(
            new AdamWSettings(0, 0, 0, 0.5),
            building ->
                building.tf.math.addN(
                    List.of(
                        layer(building, "top", ParameterKind.ENCODER, 0),
                        layer(building, "below", ParameterKind.ENCODER, 1),
                        layer(building, "embeddings", ParameterKind.ENCODER, 3),
                        layer(building, "head", ParameterKind.HEAD, 0))))) {
      training.step(1, 0.8, 0.3);
      assertThat(training.values("top")).containsExactly(new float[] {0.2f}, within(1e-5f));
      assertThat(training.values("below")).containsExactly(new float[] {0.6f}, within(1e-5f));
      assertThat(training.values("embeddings")).containsExactly(new float[] {0.9f}, within(1e-5f));
      assertThat(training.values("head")).containsExactly(new float[] {0.7f}, within(1e-5f));
    }
  }

  /** A parameter of value 1 and gradient 3. */
  private static Operand<TFloat32> layer(
      Training building, String name, ParameterKind kind, int layersAbove) {
    return building.inner(
        building.parameters.get(
            name, Shape.of(1), kind, layersAbove, (shape, random) -> new float[] {1}),
        3f);
  }

  @Test
  void weightDecayFallsWithTheRateOfTheLayer() {
    try (Training training =
        Training.start(
            new AdamWSettings(0.5, 0, 0, 0.25),
            building ->
                building.inner(
                    building.parameters.get(
                        "w", MATRIX, ParameterKind.ENCODER, 1, (s, random) -> new float[] {8, 8}),
                    0f,
                    0f))) {
      training.step(1, 0.4, 0);
      // 8 - 0.25 * 0.4 * 0.5 * 8
      assertThat(training.values("w")).containsExactly(new float[] {7.6f, 7.6f}, within(1e-5f));
    }
  }

  @Test
  void lowersTheLoss() {
    try (Training training = Training.start(PLAIN, Training::regression)) {
      float before = training.step(1, 0.02, 0.02);
      assertThat(training.step(300, 0.02, 0.02)).isLessThan(before / 5);
    }
  }

  @Test
  void scalesALongGradientOfAllParametersDownToTheClip() {
    try (Training training = twoParameters(1)) {
      assertThat(training.step(1, 0.1, 0.1)).isEqualTo(5f, within(1e-5f)); // |(3, 0, 0, 4)|
      assertThat(training.values("adam.m.a"))
          .containsExactly(new float[] {0.1f * 3 / 5, 0}, within(1e-6f));
      assertThat(training.values("adam.m.b"))
          .containsExactly(new float[] {0, 0.1f * 4 / 5}, within(1e-6f));
    }
  }

  @Test
  void leavesAShortGradientAsItIs() {
    for (double clip : new double[] {0, 6}) {
      try (Training training = twoParameters(clip)) {
        assertThat(training.step(1, 0.1, 0.1)).isEqualTo(5f, within(1e-5f));
        assertThat(training.values("adam.m.b"))
            .containsExactly(new float[] {0, 0.1f * 4}, within(1e-6f));
      }
    }
  }

  private static Training twoParameters(double clip) {
    return Training.start(
        new AdamWSettings(0, clip),
        building ->
            building.tf.math.add(
                building.inner(
                    building.parameter("a", ParameterKind.ENCODER, MATRIX, 1f, 1f), 3f, 0f),
                building.inner(
                    building.parameter("b", ParameterKind.HEAD, Shape.of(2), 1f, 1f), 0f, 4f)));
  }

  @Test
  void showsAGradientThatIsNotFiniteInItsNorm() {
    try (Training training =
        Training.start(
            new AdamWSettings(0, 1),
            building -> {
              var a = building.parameter("a", ParameterKind.HEAD, MATRIX, 1f, 0f);
              return building.inner(building.tf.math.log(a), 1f, 1f);
            })) {
      assertThat(Float.isFinite(training.step(1, 0.1, 0.1))).isFalse();
    }
  }

  @Test
  void refusesATrainedParameterThatTheLossDoesNotDependOn() {
    assertThatThrownBy(
            () ->
                Training.start(
                    PLAIN,
                    building -> {
                      building.parameter("unused", ParameterKind.HEAD, MATRIX, Initializer.zeros());
                      return Training.regression(building);
                    }))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("the loss does not depend on all trained parameters")
        .hasMessageContaining("'unused'");
  }

  @Test
  void refusesATrainedParameterThatNoGradientReaches() {
    assertThatThrownBy(
            () ->
                Training.start(
                    PLAIN,
                    building -> {
                      var constant =
                          building.tf.stopGradient(
                              building.parameter("held", ParameterKind.HEAD, MATRIX, 1f, 1f));
                      return building.tf.math.add(
                          Training.regression(building), building.inner(constant, 1f, 1f));
                    }))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no gradient of the loss reaches parameter held");
  }

  @Test
  void refusesToTrainNothing() {
    assertThatThrownBy(
            () ->
                Training.start(
                    PLAIN,
                    building ->
                        building.inner(
                            building.parameter("a", ParameterKind.FROZEN, MATRIX, 1f, 1f), 1f, 1f)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no trained parameter");
  }

  @Test
  void averagesParametersOverTheSteps() {
    try (Training training = averaged()) {
      double average = 1;
      for (int t = 0; t < 4; t++) {
        training.step(1, 0, 0.1);
        double decay = Math.min(0.2, (1.0 + t) / (10.0 + t));
        average += (1 - decay) * (training.values("w")[0] - average);
      }
      assertThat((double) training.values("average.value.w")[0]).isEqualTo(average, within(1e-6));
    }
  }

  @Test
  void exchangesParametersAndAveragesAndBack() {
    try (Training training = averaged()) {
      training.step(3, 0, 0.1);
      float[] last = training.values("w");
      float[] average = training.values("average.value.w");
      assertThat(last).isNotEqualTo(average);
      training.run(training.optimizer.swapAverages().orElseThrow());
      assertThat(training.values("w")).isEqualTo(average);
      assertThat(training.values("average.value.w")).isEqualTo(last);
      training.run(training.optimizer.swapAverages().orElseThrow());
      assertThat(training.values("w")).isEqualTo(last);
      assertThat(training.values("average.value.w")).isEqualTo(average);
    }
  }

  private static Training averaged() {
    return Training.start(
        new AdamWSettings(0, 0, 0.2, 1),
        building ->
            building.inner(building.parameter("w", ParameterKind.HEAD, MATRIX, 1f, 2f), 1f, -1f));
  }

  @Test
  void keepsNoAverageUnlessAsked() {
    try (Training training = Training.start(PLAIN, Training::regression)) {
      assertThat(training.optimizer.swapAverages()).isEmpty();
      assertThat(training.optimizer.slots())
          .extracting(NamedVariable::name)
          .noneMatch(name -> name.startsWith("average"));
    }
  }

  @Test
  void needsItsRatesFed() {
    try (Training training = Training.start(PLAIN, Training::regression);
        TFloat32 rate = TFloat32.scalarOf(0.1f)) {
      assertThatThrownBy(
              () ->
                  training
                      .session
                      .runner()
                      .feed(training.optimizer.headLearningRate(), rate)
                      .addTarget(training.optimizer.step())
                      .run())
          .isInstanceOf(TFInvalidArgumentException.class)
          .hasMessageContaining("encoder_learning_rate");
    }
  }
}
