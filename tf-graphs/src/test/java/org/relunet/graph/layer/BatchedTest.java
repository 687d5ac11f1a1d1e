package org.relunet.graph.layer;

import static org.relunet.graph.testing.Closeness.assertClose;

import org.junit.jupiter.api.Test;
import org.relunet.graph.testing.GraphRun;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

class BatchedTest {
  private static final float[][][] X = {{{1, 2}, {3, 4}, {5, 6}}, {{1, 0}, {0, 1}, {1, 1}}};
  private static final float[][][] Y = {{{1, -1}, {2, 0}}, {{3, 1}, {0, 2}}};

  @Test
  void multipliesMatrixByMatrix() {
    try (GraphRun run = GraphRun.inference()) {
      Operand<TFloat32> product = Batched.product(run.tf(), run.nodes(X), run.nodes(Y));
      assertClose(run.values(product), 5, -1, 11, -3, 17, -5, 3, 1, 0, 2, 3, 3);
    }
  }

  @Test
  void multipliesByATransposedMatrix() {
    try (GraphRun run = GraphRun.inference()) {
      Operand<TFloat32> product = Batched.productTransposed(run.tf(), run.nodes(X), run.nodes(Y));
      assertClose(run.values(product), -1, 2, -1, 6, -1, 10, 3, 0, 1, 2, 4, 2);
    }
  }

  @Test
  void multipliesATransposedMatrix() {
    try (GraphRun run = GraphRun.inference()) {
      Operand<TFloat32> product = Batched.transposedProduct(run.tf(), run.nodes(X), run.nodes(X));
      assertClose(run.values(product), 35, 44, 44, 56, 2, 1, 1, 2);
    }
  }

  @Test
  void transposesEachMatrix() {
    try (GraphRun run = GraphRun.inference()) {
      assertClose(
          run.values(Batched.transpose(run.tf(), run.nodes(X))),
          1,
          3,
          5,
          2,
          4,
          6,
          1,
          0,
          1,
          0,
          1,
          1);
    }
  }

  @Test
  void sumsOverOneAxis() {
    try (GraphRun run = GraphRun.inference()) {
      assertClose(run.values(Batched.sumKeeping(run.tf(), run.nodes(X), 2)), 3, 7, 11, 1, 1, 2);
      assertClose(run.values(Batched.sumKeeping(run.tf(), run.nodes(X), 1)), 9, 12, 2, 2);
    }
  }
}
