package org.relunet.extractor.pair;

import static org.relunet.graph.testing.Closeness.assertClose;

import org.junit.jupiter.api.Test;
import org.relunet.graph.part.ExtractorInput;
import org.relunet.graph.testing.GradientCheck;
import org.relunet.graph.testing.GraphRun;
import org.tensorflow.ndarray.Shape;

class BetweenWordsTest {
  @Test
  void isTheMeanOfWhatStandsBetweenWhicheverSpanIsFirst() {
    float[][][] words = {{{1}, {2}, {-4}, {8}, {16}}};
    try (GraphRun run = GraphRun.inference()) {
      var mean =
          BetweenWords.of(
              run.context(),
              1,
              ExtractorInput.of(run.nodes(words), run.mask(new float[][] {{1, 1, 1, 1, 1}})),
              run.integers(0, 0, 0, 0),
              run.integers(0, 4, 0, 1),
              run.integers(0, 4, 1, 3),
              run.integers(4, 0, 2, 2),
              run.integers(4, 1, 4, 4));
      run.set("between.kernel", 1).set("between.bias", 1);
      // words 1 to 3: 3, 0 and 9; words 2 and 3; none where spans touch or overlap
      assertClose(run.values(mean), 4, 4.5, 0, 0);
    }
  }

  @Test
  void hasTheGradientOfItsValue() {
    GradientCheck.of(
            (context, inputs) -> {
              var tf = context.tf();
              return BetweenWords.of(
                  context,
                  3,
                  ExtractorInput.of(inputs.get("words"), inputs.get("mask")),
                  tf.constant(new int[] {0, 1}),
                  tf.constant(new int[] {0, 3}),
                  tf.constant(new int[] {0, 3}),
                  tf.constant(new int[] {3, 0}),
                  tf.constant(new int[] {3, 1}));
            })
        .input("words", Shape.of(2, 4, 3))
        .constant("mask", Shape.of(2, 4), 1f, 1, 1, 1, 1, 1, 1, 1)
        .check();
  }
}
