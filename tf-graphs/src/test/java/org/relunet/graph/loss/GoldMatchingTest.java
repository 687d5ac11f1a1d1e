package org.relunet.graph.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relunet.graph.testing.Closeness.assertClose;

import org.junit.jupiter.api.Test;
import org.relunet.graph.pooling.NodeGraph;
import org.relunet.graph.testing.GraphRun;
import org.relunet.graph.unet.CoreTopology;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.StdArrays;

class GoldMatchingTest {
  private static GoldMatching build(
      GraphRun run, float[][][] words, float[][][] core, float[][][] entities, int... counts) {
    int size = core[0].length;
    CoreTopology topology =
        new CoreTopology(
            new NodeGraph(
                run.input(Shape.of(-1, size, core[0][0].length), StdArrays.ndCopyOf(core)),
                run.matrices(new float[core.length][size][size]),
                run.mask(new float[core.length][size])),
            run.tf().constant(0f));
    GoldGraphInputs gold =
        new GoldGraphInputs(
            run.matrices(entities),
            run.matrices(new float[core.length][size][size]),
            run.integers(counts),
            run.tf().constant(new float[counts.length]));
    return GoldMatching.build(run.context(), run.nodes(words), topology, gold);
  }

  @Test
  void costsTheNegativeBilinearFormAndMatchesTheCheapestPairs() {
    float[][][] words = {{{1, 0}, {0, 1}, {2, 2}}};
    float[][][] core = {{{1, 3}, {2, 1}, {0, 0}}};
    // entity 0 is word 0, entity 1 the mean of words 1 and 2: (1, 1.5)
    float[][][] entities = {{{1, 0, 0}, {0, 0.5f, 0.5f}}};
    try (GraphRun run = GraphRun.inference()) {
      GoldMatching matching = build(run, words, core, entities, 2);
      run.set("matching.bilinear", 1, 0, 0, 10); // -x W y
      assertClose(run.values(matching.cost()), -1, -2, 0, -46, -17, 0);
      assertClose(run.values(matching.permutation()), 0, 1, 0, 1, 0, 0);
    }
  }

  @Test
  void usesTheBilinearFormInTheRightOrder() {
    try (GraphRun run = GraphRun.inference()) {
      GoldMatching matching =
          build(
              run,
              new float[][][] {{{1, 0}}},
              new float[][][] {{{0, 1}, {1, 0}}},
              new float[][][] {{{1}}},
              1);
      run.set("matching.bilinear", 0, 5, 7, 0); // entity e0 and node e1 meet at [0, 1]
      assertClose(run.values(matching.cost()), -5, 0);
    }
  }

  @Test
  void matchesNoRowOfPadding() {
    float[][][] words = {{{1}, {2}}, {{1}, {2}}};
    float[][][] core = {{{1}, {2}, {3}}, {{1}, {2}, {3}}};
    float[][][] entities = {{{1, 0}, {0, 0}}, {{0, 0}, {0, 0}}};
    try (GraphRun run = GraphRun.inference()) {
      GoldMatching matching = build(run, words, core, entities, 1, 0);
      run.set("matching.bilinear", 1);
      assertClose(run.values(matching.permutation()), 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    }
  }

  @Test
  void matchesAsManyOfTooManyEntitiesAsThereAreCoreNodes() {
    int entities = 11;
    int size = 8;
    float[][][] words = {new float[entities][1]};
    float[][][] core = {new float[size][1]};
    float[][][] each = {new float[entities][entities]};
    for (int i = 0; i < entities; i++) {
      words[0][i][0] = i;
      each[0][i][i] = 1;
    }
    for (int j = 0; j < size; j++) {
      core[0][j][0] = j + 1;
    }
    try (GraphRun run = GraphRun.inference()) {
      GoldMatching matching = build(run, words, core, each, entities);
      run.set("matching.bilinear", 1);
      float[][] permutation = run.cube(matching.permutation())[0];
      // the sum of products is largest where the eight largest are paired in order
      for (int i = 0; i < entities; i++) {
        float[] expected = new float[size];
        if (i >= 3) {
          expected[i - 3] = 1;
        }
        assertThat(permutation[i]).as("entity %s", i).containsExactly(expected);
      }
    }
  }
}
