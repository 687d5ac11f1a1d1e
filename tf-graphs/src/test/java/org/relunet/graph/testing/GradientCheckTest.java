package org.relunet.graph.testing;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.relunet.graph.parameter.Initializer;
import org.relunet.graph.parameter.ParameterKind;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

class GradientCheckTest {
  @Test
  void passesWhereGradientsAreRight() {
    assertThatCode(
            () ->
                GradientCheck.of(
                        (context, inputs) -> {
                          Operand<TFloat32> weight =
                              context.parameter(
                                  "weight",
                                  Shape.of(4, 3),
                                  ParameterKind.HEAD,
                                  Initializer.glorotUniform());
                          Ops tf = context.tf();
                          Operand<TFloat32> masked =
                              tf.math.mul(inputs.get("x"), inputs.get("mask"));
                          Operand<TFloat32> rows =
                              tf.gather(masked, inputs.integers("rows"), tf.constant(0));
                          return tf.nn.softmax(tf.linalg.matMul(tf.nn.relu(rows), weight));
                        })
                    .input("x", Shape.of(5, 4))
                    .constant("mask", Shape.of(5, 1), 1f, 1f, 1f, 1f, 0f)
                    .constant("rows", Shape.of(3), 0, 2, 3)
                    .check())
        .doesNotThrowAnyException();
  }

  @Test
  void namesTheElementWhoseGradientIsWrong() {
    assertThatThrownBy(
            () ->
                GradientCheck.of(
                        (context, inputs) -> {
                          Ops tf = context.tf();
                          Operand<TFloat32> x = inputs.get("x");
                          return tf.math.mul(
                              x,
                              tf.concat(
                                  java.util.List.of(
                                      tf.constant(new float[][] {{2}, {2}}),
                                      tf.stopGradient(
                                          tf.slice(
                                              x,
                                              tf.constant(new int[] {0, 1}),
                                              tf.constant(new int[] {2, 1})))),
                                  tf.constant(1)));
                        })
                    .input("x", Shape.of(2, 2))
                    .check())
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("x[0, 1]: gradient");
  }

  @Test
  void namesTheParameterWhoseGradientIsWrong() {
    assertThatThrownBy(
            () ->
                GradientCheck.of(
                        (context, inputs) -> {
                          Operand<TFloat32> bias =
                              context
                                  .within("layer")
                                  .parameter(
                                      "bias",
                                      Shape.of(3),
                                      ParameterKind.ENCODER,
                                      Initializer.zeros());
                          Ops tf = context.tf();
                          return tf.math.add(
                              inputs.get("x"), tf.math.mul(bias, tf.stopGradient(bias)));
                        })
                    .input("x", Shape.of(2, 3))
                    .check())
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("layer.bias[0]");
  }

  @Test
  void countsAGradientThatIsMissingAsZero() {
    assertThatThrownBy(
            () ->
                GradientCheck.of(
                        (context, inputs) ->
                            context
                                .tf()
                                .math
                                .add(inputs.get("x"), context.tf().stopGradient(inputs.get("y"))))
                    .input("x", Shape.of(3))
                    .input("y", Shape.of(3))
                    .check())
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("y[0]: gradient 0.00000");
  }

  @Test
  void refusesAnInputThatChangesNothing() {
    assertThatThrownBy(
            () ->
                GradientCheck.of(
                        (context, inputs) ->
                            context
                                .tf()
                                .math
                                .add(
                                    inputs.get("x"),
                                    context
                                        .tf()
                                        .math
                                        .mul(inputs.get("y"), context.tf().constant(0f))))
                    .input("x", Shape.of(3))
                    .input("y", Shape.of(3))
                    .check())
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("y: no element changes the output");
  }

  @Test
  void checksScalars() {
    GradientCheck.of((context, inputs) -> context.tf().math.mul(inputs.get("x"), inputs.get("x")))
        .input("x", Shape.scalar(), 3f)
        .check();
  }
}
