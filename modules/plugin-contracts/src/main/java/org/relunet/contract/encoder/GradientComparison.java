package org.relunet.contract.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.relunet.graph.parameter.Parameter;

/**
 * Compares the gradient of {@link EncoderGraph#loss} at each trained parameter with central
 * differences: every element of the parameter takes a step of the same size up or down, by chance.
 *
 * <p>Steps along the gradient itself would not do: what the gradient lacks, they would not try.
 */
final class GradientComparison {
  private static final int DIRECTIONS = 3;

  /** The size of a step, as a share of the parameter's typical value. */
  private static final double STEP = 0.005;

  /** Of the gradient's length. */
  private static final double TOLERANCE = 0.02;

  /** Small first weights leave attention all but even, and its gradient too small to see. */
  private static final float GAIN = 8;

  private final EncoderGraph graph;
  private final EncoderBatch batch;
  private final long seed;
  private final SplittableRandom random = new SplittableRandom(1);

  /**
   * @param seed of the dropout, the same in all runs
   */
  GradientComparison(EncoderGraph graph, EncoderBatch batch, long seed) {
    this.graph = graph;
    this.batch = batch;
    this.seed = seed;
  }

  /**
   * Leaves the parameters as they were.
   *
   * @throws AssertionError naming the parameter whose gradient is none, zero or wrong
   */
  void check() {
    List<Parameter> trained = graph.parameters().trained();
    if (trained.isEmpty()) {
      return;
    }
    Map<Parameter, float[]> before = new LinkedHashMap<>();
    trained.forEach(parameter -> before.put(parameter, graph.value(parameter)));
    before.forEach((parameter, value) -> graph.set(parameter, amplified(parameter, value)));
    List<float[]> gradients = graph.gradients(batch, seed);
    for (int i = 0; i < trained.size(); i++) {
      check(trained.get(i), gradients.get(i));
    }
    before.forEach(graph::set);
  }

  /** Matrices alone; one of zeros, which hides the gradient of its factors, gets other values. */
  private float[] amplified(Parameter parameter, float[] value) {
    float[] amplified = value.clone();
    if (parameter.shape().numDimensions() == 2) {
      boolean zero = length(value) == 0;
      for (int i = 0; i < amplified.length; i++) {
        amplified[i] = zero ? (float) (0.1 * random.nextGaussian()) : GAIN * amplified[i];
      }
    }
    return amplified;
  }

  private void check(Parameter parameter, float[] gradient) {
    assertThat(length(gradient)).as(parameter.name()).isFinite().isPositive();
    float[] value = graph.value(parameter);
    float step = (float) (STEP * Math.max(length(value) / Math.sqrt(value.length), 0.1));
    for (int direction = 0; direction < DIRECTIONS; direction++) {
      float[] steps = new float[value.length];
      double expected = 0;
      for (int i = 0; i < steps.length; i++) {
        steps[i] = random.nextBoolean() ? step : -step;
        expected += (double) gradient[i] * steps[i] / step;
      }
      double above = lossAt(parameter, sum(value, steps, 1));
      double below = lossAt(parameter, sum(value, steps, -1));
      assertThat((above - below) / (2 * step))
          .as("slope of the loss at %s, whose gradient says", parameter.name())
          .isCloseTo(expected, within(TOLERANCE * length(gradient)));
    }
    graph.set(parameter, value);
  }

  private double lossAt(Parameter parameter, float[] value) {
    graph.set(parameter, value);
    return graph.loss(batch, seed);
  }

  private static float[] sum(float[] value, float[] steps, int sign) {
    float[] sum = new float[value.length];
    for (int i = 0; i < sum.length; i++) {
      sum[i] = value[i] + sign * steps[i];
    }
    return sum;
  }

  private static double length(float[] vector) {
    double squares = 0;
    for (float element : vector) {
      squares += (double) element * element;
    }
    return Math.sqrt(squares);
  }
}
