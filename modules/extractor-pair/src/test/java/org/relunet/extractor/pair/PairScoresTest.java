package org.relunet.extractor.pair;

import org.junit.jupiter.api.Test;
import org.relunet.extractor.pair.PairSettings.Loss;
import org.relunet.extractor.pair.PairSettings.Spans;
import org.relunet.graph.testing.GradientCheck;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;

class PairScoresTest {
  private static final PairSettings SETTINGS =
      new PairSettings(0.5, 0.2, 4, Spans.ANY, 1, 5, 0, 0.25, Loss.CROSS_ENTROPY);

  @Test
  void haveTheGradientOfTheirValue() {
    GradientCheck.of(
            (context, inputs) -> {
              Ops tf = context.tf();
              SpanScores spans =
                  new SpanScores(
                      Spans.ANY, tf.constant(3), inputs.get("logits"), inputs.get("present"));
              Candidates candidates =
                  Candidates.with(
                      tf, spans, tf.zerosLike(inputs.get("logits")), inputs.integers("limits"));
              return PairScores.of(context, SETTINGS, 2, inputs.get("words"), spans, candidates)
                  .logits();
            })
        .input("words", Shape.of(2, 3, 3))
        .constant("logits", Shape.of(2, 9), 1f, 2, 3, 4, 5, 6, 7, 8, 9, 9, 8, 7, 6, 5, 4, 3, 2, 1)
        .constant("present", Shape.of(2, 9), 1f, 1, 1, 0, 1, 1, 0, 0, 1, 1, 1, 0, 0, 1, 0, 0, 0, 0)
        .constant("limits", Shape.of(2), 2, 3)
        .check();
  }
}
