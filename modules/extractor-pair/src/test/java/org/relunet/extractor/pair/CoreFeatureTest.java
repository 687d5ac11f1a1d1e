package org.relunet.extractor.pair;

import static org.relunet.graph.testing.Closeness.assertClose;

import org.junit.jupiter.api.Test;
import org.relunet.graph.part.CoreEdges;
import org.relunet.graph.testing.GraphRun;
import org.tensorflow.op.Ops;

class CoreFeatureTest {
  @Test
  void isTheExpandedEdgeBetweenTheMeansOfTheSpansBorders() {
    float[][][] decomposition = {{{1, 0}, {0.5f, 0.5f}, {0, 1}}};
    float[][][] adjacency = {{{0, 0.8f}, {0.8f, 0}}};
    try (GraphRun run = GraphRun.inference()) {
      Ops tf = run.tf();
      // candidates: words 0 to 1, that is (0.75, 0.25), and word 2, (0, 1)
      assertClose(
          run.values(
              CoreFeature.of(
                  tf,
                  new CoreEdges(run.matrices(decomposition), run.matrices(adjacency)),
                  tf.constant(new int[][] {{0, 2}}),
                  tf.constant(new int[][] {{1, 2}}),
                  tf.constant(new int[][] {{0, 0, 0}, {0, 0, 1}, {0, 1, 0}}))),
          2 * 0.75 * 0.25 * 0.8,
          0.75 * 0.8,
          0.75 * 0.8);
    }
  }
}
