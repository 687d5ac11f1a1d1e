package org.relunet.encoder.transformer.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.relunet.encoder.transformer.architecture.Activation;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.proto.NodeExecStats;
import org.tensorflow.proto.RunOptions;
import org.tensorflow.proto.RunOptions.TraceLevel;
import org.tensorflow.types.TFloat32;

class GeluTest {
  private static final float[] X = {-3, -1, -0.5f, 0, 0.5f, 1, 2, 3};

  /** Behind a matrix product, as TensorFlow's optimizer makes one operation of both. */
  @ParameterizedTest
  @EnumSource
  void isXTimesTheProbabilityOfLess(Activation activation) {
    check(activation, Gelu::build);
  }

  @ParameterizedTest
  @EnumSource
  void isTheSameWhereAGradientFollows(Activation activation) {
    check(activation, Gelu::buildForGradient);
  }

  /**
   * One operation with the matrix product, on a machine where TensorFlow has such. (The form with
   * tanh becomes one too, but not in a graph as small as this.)
   */
  @Test
  void isPartOfTheMatrixProduct() {
    List<String> operations = check(Activation.GELU, Gelu::build);
    assumeTrue(
        operations.stream().anyMatch(name -> name.contains("_Mkl")),
        "TensorFlow does not use oneDNN on this machine");
    assertThat(operations)
        .anyMatch(name -> name.contains("FusedMatMul"))
        .noneMatch(name -> name.matches(".*= (Tanh|Erf|Mul)\\(.*"));
  }

  private interface Form {
    Operand<TFloat32> build(Ops tf, Operand<TFloat32> x, Activation activation);
  }

  /** Also gives what was run. */
  private static List<String> check(Activation activation, Form form) {
    try (Graph graph = new Graph()) {
      Ops tf = Ops.create(graph);
      Placeholder<TFloat32> input =
          tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, 8)));
      Placeholder<TFloat32> kernel =
          tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(8, 8)));
      Placeholder<TFloat32> bias = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(8)));
      Operand<TFloat32> product = tf.nn.biasAdd(tf.linalg.matMul(input, kernel), bias);
      Operand<TFloat32> y = form.build(tf, product, activation);
      try (Session session = new Session(graph);
          TFloat32 x = TFloat32.tensorOf(Shape.of(1, 8), DataBuffers.of(X));
          TFloat32 identity = TFloat32.tensorOf(Shape.of(8, 8), DataBuffers.of(identity()));
          TFloat32 zero = TFloat32.tensorOf(Shape.of(8), DataBuffers.of(new float[8]));
          Result result =
              session
                  .runner()
                  .feed(input, x)
                  .feed(kernel, identity)
                  .feed(bias, zero)
                  .fetch(y)
                  .setOptions(RunOptions.newBuilder().setTraceLevel(TraceLevel.FULL_TRACE).build())
                  .runAndFetchMetadata()) {
        TFloat32 values = (TFloat32) result.get(0);
        for (int i = 0; i < 8; i++) {
          assertThat((double) values.getFloat(0, i))
              .as("at %s", X[i])
              .isCloseTo(expected(X[i], activation), within(1e-5));
        }
        return result.getMetadata().orElseThrow().getStepStats().getDevStatsList().stream()
            .flatMap(device -> device.getNodeStatsList().stream())
            .map(NodeExecStats::getTimelineLabel)
            .toList();
      }
    }
  }

  private static float[] identity() {
    float[] values = new float[64];
    for (int i = 0; i < 8; i++) {
      values[9 * i] = 1;
    }
    return values;
  }

  private static double expected(double x, Activation activation) {
    return switch (activation) {
      case GELU -> x * normal(x);
      case GELU_TANH ->
          x * 0.5 * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (x + 0.044715 * x * x * x)));
    };
  }

  /** The normal distribution function, by Simpson's rule. */
  private static double normal(double x) {
    int steps = 1000;
    double width = x / steps;
    double sum = 0;
    for (int i = 0; i < steps; i++) {
      double a = i * width;
      sum += density(a) + 4 * density(a + width / 2) + density(a + width);
    }
    return 0.5 + sum * width / 6;
  }

  private static double density(double x) {
    return Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
  }
}
