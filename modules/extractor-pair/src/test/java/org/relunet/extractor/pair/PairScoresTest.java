package org.relunet.extractor.pair;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.relunet.extractor.pair.PairSettings.Loss;
import org.relunet.extractor.pair.PairSettings.Spans;
import org.relunet.graph.part.CoreEdges;
import org.relunet.graph.part.ExtractorInput;
import org.relunet.graph.testing.GradientCheck;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;

class PairScoresTest {
  private static final PairSettings SETTINGS =
      new PairSettings(0.5, 0.2, 4, Spans.ANY, 1, 5, 0, 0.25, Loss.CROSS_ENTROPY, true);

  @Test
  void haveTheGradientOfTheirValue() {
    GradientCheck.of(
            (context, inputs) -> {
              Ops tf = context.tf();
              ExtractorInput input =
                  new ExtractorInput(
                      inputs.get("words"),
                      tf.constant(new float[2][3]),
                      Optional.of(
                          new CoreEdges(inputs.get("decomposition"), inputs.get("adjacency"))));
              SpanScores spans =
                  new SpanScores(
                      Spans.ANY, tf.constant(3), inputs.get("logits"), inputs.get("present"));
              Candidates candidates =
                  Candidates.with(
                      tf, spans, tf.zerosLike(inputs.get("logits")), inputs.integers("limits"));
              return PairScores.of(context, SETTINGS, 2, input, spans, candidates).logits();
            })
        .input("words", Shape.of(2, 3, 3))
        .input("decomposition", Shape.of(2, 3, 2))
        .input("adjacency", Shape.of(2, 2, 2))
        .constant("logits", Shape.of(2, 9), 1f, 2, 3, 4, 5, 6, 7, 8, 9, 9, 8, 7, 6, 5, 4, 3, 2, 1)
        .constant("present", Shape.of(2, 9), 1f, 1, 1, 0, 1, 1, 0, 0, 1, 1, 1, 0, 0, 1, 0, 0, 0, 0)
        .constant("limits", Shape.of(2), 2, 3)
        .check();
  }
}
