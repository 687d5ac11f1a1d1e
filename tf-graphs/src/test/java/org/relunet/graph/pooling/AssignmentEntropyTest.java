package org.relunet.graph.pooling;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.relunet.graph.testing.GraphRun;

class AssignmentEntropyTest {
  private static void assertEntropy(
      AssignmentNormalization normalization, float[][][] assignment, float[][] mask, double is) {
    try (GraphRun run = GraphRun.inference()) {
      float entropy =
          run.scalar(
              new AssignmentEntropy(normalization, assignment[0][0].length)
                  .apply(run.context(), run.nodes(assignment), run.mask(mask)));
      assertThat((double) entropy).isCloseTo(is, Offset.offset(1e-5));
    }
  }

  @ParameterizedTest
  @EnumSource
  void isZeroForOneHotAssignments(AssignmentNormalization normalization) {
    assertEntropy(
        normalization, new float[][][] {{{1, 0}, {0, 1}, {0, 0}}}, new float[][] {{1, 1, 0}}, 0);
  }

  @Test
  void isOneWhereAllNodesCountAlike() {
    float third = 1 / 3f;
    assertEntropy(
        AssignmentNormalization.NODES,
        new float[][][] {{{third, third}, {third, third}, {third, third}, {0, 0}}},
        new float[][] {{1, 1, 1, 0}},
        1);
  }

  @Test
  void isOneWhereAllClustersCountAlike() {
    float quarter = 0.25f;
    assertEntropy(
        AssignmentNormalization.CLUSTERS,
        new float[][][] {{{quarter, quarter, quarter, quarter}, {0, 0, 0, 0}}},
        new float[][] {{1, 0}},
        1);
  }

  @Test
  void averagesOverTheColumnsOfASentenceAndOverSentences() {
    // sentence 0: columns at 1 and 0; sentence 1: both at 1
    assertEntropy(
        AssignmentNormalization.NODES,
        new float[][][] {{{0.5f, 1}, {0.5f, 0}}, {{0.5f, 0.5f}, {0.5f, 0.5f}}},
        new float[][] {{1, 1}, {1, 1}},
        0.75);
  }

  @Test
  void averagesOverTheRowsOfAllSentences() {
    // three words: 1, 0 and 0
    assertEntropy(
        AssignmentNormalization.CLUSTERS,
        new float[][][] {{{0.5f, 0.5f}, {1, 0}}, {{0, 1}, {0, 0}}},
        new float[][] {{1, 1}, {1, 0}},
        1 / 3.0);
  }

  @ParameterizedTest
  @EnumSource
  void isZeroForASentenceOfOneWord(AssignmentNormalization normalization) {
    assertEntropy(normalization, new float[][][] {{{1}}}, new float[][] {{1}}, 0);
  }
}
