package org.relunet.graph.convolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relunet.graph.testing.Closeness.assertClose;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.relunet.graph.testing.GraphRun;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * Node 0 of a star has five neighbours, and node i is the i-th unit vector, so that the first row
 * of the result tells which neighbours were averaged at which weight. Twice, in one batch.
 */
class NeighbourSamplingTest {
  private static final int SIZE = 6;
  private static final int STEPS = 300;

  private static Operand<TFloat32> star(GraphRun run, Aggregator aggregator, int sampleSize) {
    float[][][] nodes = new float[2][SIZE][SIZE];
    float[][][] edges = new float[2][SIZE][SIZE];
    for (int b = 0; b < 2; b++) {
      for (int i = 0; i < SIZE; i++) {
        nodes[b][i][i] = 1;
        if (i > 0) {
          edges[b][0][i] = i;
          edges[b][i][0] = i;
        }
      }
    }
    float[] kernel = new float[2 * SIZE * SIZE]; // of a node only its neighbourhood counts
    for (int i = 0; i < SIZE; i++) {
      kernel[(SIZE + i) * SIZE + i] = 1;
    }
    run.set("sage.map.kernel", kernel);
    return new SageConvolution(aggregator, sampleSize)
        .apply(run.context(), "sage", run.nodes(nodes), run.matrices(edges));
  }

  @Test
  void takesAsManyNeighboursAsItMayAndAllOfThemAsOften() {
    try (GraphRun run = GraphRun.training()) {
      Operand<TFloat32> y = star(run, Aggregator.MEAN, 2);
      int[] taken = new int[SIZE];
      for (int step = 0; step < STEPS; step++) {
        float[] centre = run.atStep(step).cube(y)[0][0];
        int sampled = 0;
        for (int i = 0; i < SIZE; i++) {
          if (centre[i] > 0) {
            assertThat(centre[i]).isCloseTo(0.5f, Offset.offset(1e-6f));
            taken[i]++;
            sampled++;
          }
        }
        assertThat(sampled).isEqualTo(2);
      }
      assertThat(taken[0]).as("the node itself").isZero();
      for (int i = 1; i < SIZE; i++) {
        // 120 expected, with a standard deviation of 8.5
        assertThat(taken[i]).as("neighbour %s", i).isBetween(90, 150);
      }
    }
  }

  @Test
  void renormalisesTheWeightsOverTheSample() {
    try (GraphRun run = GraphRun.training()) {
      Operand<TFloat32> y = star(run, Aggregator.WEIGHTED_MEAN, 2);
      for (int step = 0; step < 20; step++) {
        float[] centre = run.atStep(step).cube(y)[0][0];
        float weights = 0;
        for (int i = 1; i < SIZE; i++) {
          weights += centre[i] > 0 ? i : 0;
        }
        for (int i = 1; i < SIZE; i++) {
          if (centre[i] > 0) {
            assertThat(centre[i]).isCloseTo(i / weights, Offset.offset(1e-6f));
          }
        }
      }
    }
  }

  @Test
  void takesAllNeighboursOfANodeThatHasFewer() {
    try (GraphRun run = GraphRun.training()) {
      float[][] star = run.cube(star(run, Aggregator.WEIGHTED_MEAN, 2))[0];
      for (int i = 1; i < SIZE; i++) {
        assertClose(star[i], 1, 0, 0, 0, 0, 0);
      }
    }
  }

  @Test
  void takesAllNeighboursAtSampleSizeZero() {
    try (GraphRun run = GraphRun.training()) {
      assertTakesAll(run, star(run, Aggregator.WEIGHTED_MEAN, 0));
    }
  }

  @Test
  void takesAllNeighboursAtASampleSizeAboveTheNumberOfNodes() {
    try (GraphRun run = GraphRun.training()) {
      assertTakesAll(run, star(run, Aggregator.WEIGHTED_MEAN, 100));
    }
  }

  @Test
  void takesAllNeighboursInInference() {
    try (GraphRun run = GraphRun.inference()) {
      assertTakesAll(run, star(run, Aggregator.WEIGHTED_MEAN, 1));
    }
  }

  private static void assertTakesAll(GraphRun run, Operand<TFloat32> y) {
    assertClose(run.cube(y)[0][0], 0, 1 / 15.0, 2 / 15.0, 3 / 15.0, 4 / 15.0, 5 / 15.0);
  }

  @Test
  void samplesTheSameForTheSameStepSeed() {
    try (GraphRun run = GraphRun.training()) {
      Operand<TFloat32> y = star(run, Aggregator.MEAN, 2);
      float[] first = run.atStep(4).values(y);
      run.atStep(5).values(y);
      assertThat(run.atStep(4).values(y)).isEqualTo(first);
    }
  }

  @Test
  void samplesEverySentenceForItself() {
    try (GraphRun run = GraphRun.training()) {
      Operand<TFloat32> y = star(run, Aggregator.MEAN, 2);
      int different = 0;
      for (int step = 0; step < 20; step++) {
        float[][][] both = run.atStep(step).cube(y);
        different += java.util.Arrays.equals(both[0][0], both[1][0]) ? 0 : 1;
      }
      assertThat(different).isGreaterThan(10);
    }
  }
}
