package org.relunet.extractor.pair;

import org.junit.jupiter.api.Test;
import org.relunet.graph.testing.GradientCheck;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;

class TypeScoresTest {
  @Test
  void theLossHasTheGradientOfItsValue() {
    GradientCheck.of(
            (context, inputs) -> {
              Ops tf = context.tf();
              Candidates candidates =
                  new Candidates(
                      tf.constant(new int[][] {{2, 0}, {1, 2}}),
                      tf.constant(new boolean[][] {{true, true}, {true, true}}));
              return TypeScores.of(context, 2, inputs.get("vectors"))
                  .loss(
                      tf,
                      candidates,
                      tf.constant(new int[][] {{0, 0, 1}, {0, 2, 0}}),
                      inputs.get("entities"),
                      inputs.get("known"));
            })
        .input("vectors", Shape.of(2, 2, 3))
        // the last span of the second sentence is an entity whose type nobody tells
        .constant("entities", Shape.of(2, 3), 0f, 0, 1, 0, 1, 1)
        .constant("known", Shape.of(2, 3), 1f, 1, 1, 1, 1, 1)
        .check();
  }
}
