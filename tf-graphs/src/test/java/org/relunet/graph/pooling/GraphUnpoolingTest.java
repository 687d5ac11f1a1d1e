package org.relunet.graph.pooling;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.relunet.graph.testing.Closeness.assertClose;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.relunet.graph.pooling.GraphUnpooling.Skip;
import org.relunet.graph.testing.GradientCheck;
import org.relunet.graph.testing.GraphRun;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.TFloat32;

class GraphUnpoolingTest {
  private static final float[][][] SUPERNODES = {{{1, 2}, {3, 4}}};
  private static final float[][][] DECOMPOSITION = {{{1, 0}, {0.5f, 0.5f}, {0, 0}}};
  private static final float[][][] SKIPPED = {{{10, 20}, {30, 40}, {0, 0}}};

  private static Operand<TFloat32> unpool(GraphRun run, Skip skip) {
    return unpool(run, new GraphUnpooling(skip, true, false));
  }

  private static Operand<TFloat32> unpool(GraphRun run, GraphUnpooling unpooling) {
    return unpooling.apply(
        run.context(),
        "unpooling",
        run.nodes(SUPERNODES),
        run.nodes(DECOMPOSITION),
        run.nodes(SKIPPED),
        run.mask(new float[][] {{1, 1, 0}}));
  }

  @Test
  void addsTheSupernodesOfANodeToTheNode() {
    try (GraphRun run = GraphRun.inference()) {
      assertClose(run.values(unpool(run, Skip.ADD)), 11, 22, 32, 43, 0, 0);
    }
  }

  @Test
  void joinsBothByALinearLayer() {
    try (GraphRun run = GraphRun.inference()) {
      Operand<TFloat32> y = unpool(run, Skip.CONCAT);
      run.set("unpooling.join.kernel", 1, 0, 0, 1, 100, 0, 0, 100);
      run.set("unpooling.join.bias", 0, 0.5f);
      assertClose(run.values(y), 1001, 2002.5, 3002, 4003.5, 0, 0.5);
    }
  }

  @Test
  void beginsAtTheNodesWhereGatedAndAddsAsMuchAsTheGateLetsIn() {
    try (GraphRun run = GraphRun.inference()) {
      Operand<TFloat32> y = unpool(run, Skip.GATED);
      run.set("unpooling.gate", 0, 0);
      assertClose(run.values(y), 10, 20, 30, 40, 0, 0);
      run.set("unpooling.gate", 1, -2);
      assertClose(run.values(y), 11, 16, 32, 34, 0, 0);
    }
  }

  @Test
  void projectsWhatItAddsToTheWordsAlone() {
    try (GraphRun run = GraphRun.inference()) {
      Operand<TFloat32> words = unpool(run, new GraphUnpooling(Skip.PROJECTED, true, false));
      assertClose(run.values(words), 10, 20, 30, 40, 0, 0); // begins at the nodes
      run.set("unpooling.projection.kernel", 0, 100, 1, 0);
      assertClose(run.values(words), 12, 120, 33, 240, 0, 0);
      assertClose(
          run.values(unpool(run, new GraphUnpooling(Skip.PROJECTED, false, false))),
          11,
          22,
          32,
          43,
          0,
          0);
    }
  }

  /** The two words get (1, 2) and (2, 3): apart, they are opposite. */
  @Test
  void keepsApartWhatItAdds() {
    try (GraphRun run = GraphRun.inference()) {
      assertClose(
          run.values(unpool(run, new GraphUnpooling(Skip.ADD, true, true))), 9, 19, 31, 41, 0, 0);
    }
  }

  @Test
  void refusesSkippedNodesOfAnotherWidth() {
    try (GraphRun run = GraphRun.inference()) {
      assertThatThrownBy(
              () ->
                  new GraphUnpooling(Skip.ADD, true, false)
                      .apply(
                          run.context(),
                          "unpooling_0",
                          run.nodes(SUPERNODES),
                          run.nodes(DECOMPOSITION),
                          run.nodes(new float[1][3][5]),
                          run.mask(new float[1][3])))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("unpooling_0: skipped nodes: expected shape [-1, -1, 2]")
          .hasMessageContaining("but got [-1, -1, 5]");
    }
  }

  @ParameterizedTest
  @EnumSource
  void hasRightGradients(Skip skip) {
    GradientCheck.of(
            (context, inputs) ->
                new GraphUnpooling(skip, true, false)
                    .apply(
                        context,
                        "unpooling",
                        inputs.get("supernodes"),
                        inputs.get("decomposition"),
                        inputs.get("skipped"),
                        context.tf().constant(new float[][] {{1, 1, 1, 1}, {1, 1, 1, 1}})))
        .input("supernodes", Shape.of(2, 2, 3))
        .input("decomposition", Shape.of(2, 4, 2))
        .input("skipped", Shape.of(2, 4, 3))
        .check();
  }
}
