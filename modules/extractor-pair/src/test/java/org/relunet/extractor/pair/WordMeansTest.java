package org.relunet.extractor.pair;

import static org.relunet.graph.testing.Closeness.assertClose;

import org.junit.jupiter.api.Test;
import org.relunet.graph.part.ExtractorInput;
import org.relunet.graph.testing.GradientCheck;
import org.relunet.graph.testing.GraphRun;
import org.tensorflow.ndarray.Shape;

class WordMeansTest {
  private static final float[][][] WORDS = {{{1}, {2}, {-4}, {8}, {16}}};

  private static WordMeans means(GraphRun run) {
    WordMeans means =
        WordMeans.of(
            run.context(),
            1,
            ExtractorInput.of(run.nodes(WORDS), run.mask(new float[][] {{1, 1, 1, 1, 1}})));
    // each word: 2, 3, 0, 9, 17
    run.set("means.kernel", 1).set("means.bias", 1);
    return means;
  }

  @Test
  void betweenSpansWhicheverIsFirst() {
    try (GraphRun run = GraphRun.inference()) {
      // words 1 to 3; words 2 and 3; none where spans touch or overlap
      assertClose(
          run.values(
              means(run)
                  .between(
                      run.tf(),
                      run.integers(0, 0, 0, 0),
                      run.integers(0, 4, 0, 1),
                      run.integers(0, 4, 1, 3),
                      run.integers(4, 0, 2, 2),
                      run.integers(4, 1, 4, 4))),
          4,
          4.5,
          0,
          0);
    }
  }

  @Test
  void insideSpans() {
    try (GraphRun run = GraphRun.inference()) {
      assertClose(
          run.values(
              means(run)
                  .inside(
                      run.tf(),
                      run.integers(0, 0, 0),
                      run.integers(0, 4, 1),
                      run.integers(1, 4, 3))),
          2.5,
          17,
          4);
    }
  }

  @Test
  void haveTheGradientOfTheirValue() {
    GradientCheck.of(
            (context, inputs) -> {
              var tf = context.tf();
              return WordMeans.of(
                      context, 3, ExtractorInput.of(inputs.get("words"), inputs.get("mask")))
                  .inside(
                      tf,
                      tf.constant(new int[] {0, 1}),
                      tf.constant(new int[] {0, 1}),
                      tf.constant(new int[] {3, 1}));
            })
        .input("words", Shape.of(2, 4, 3))
        .constant("mask", Shape.of(2, 4), 1f, 1, 1, 1, 1, 1, 1, 1)
        .check();
  }
}
