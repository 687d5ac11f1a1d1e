package org.relunet.extractor.pair;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
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
      new PairSettings(
          0.5,
          0.2,
          4,
          Spans.ANY,
          1,
          5,
          0,
          0.25,
          Loss.CROSS_ENTROPY,
          true,
          3,
          List.of("place", "person"),
          1);

  @Test
  void haveTheGradientOfTheirValue() {
    GradientCheck.of(
            (context, inputs) -> {
              Ops tf = context.tf();
              ExtractorInput input =
                  new ExtractorInput(
                      inputs.get("words"),
                      inputs.get("mask"),
                      Optional.of(
                          new CoreEdges(inputs.get("decomposition"), inputs.get("adjacency"))));
              SpanScores spans =
                  new SpanScores(
                      Spans.ANY, tf.constant(4), inputs.get("logits"), inputs.get("present"));
              Candidates candidates =
                  Candidates.with(
                      tf, spans, tf.zerosLike(inputs.get("logits")), inputs.integers("limits"));
              return PairScores.of(context, SETTINGS, 2, input, spans, candidates).logits();
            })
        .input("words", Shape.of(2, 4, 3))
        .input("decomposition", Shape.of(2, 4, 2))
        .input("adjacency", Shape.of(2, 2, 2))
        .constant("mask", Shape.of(2, 4), 1f, 1, 1, 1, 1, 1, 1, 0)
        // the likeliest: words 3 and 0, and words 0, 2, and 0 to 1
        .constant(
            "logits", Shape.of(2, 16), logits(Map.of(15, 9f, 0, 8f), Map.of(0, 9f, 10, 8f, 1, 7f)))
        .constant("present", Shape.of(2, 16), present(4, 3))
        .constant("limits", Shape.of(2), 2, 3)
        .check();
  }

  @SafeVarargs
  private static float[] logits(Map<Integer, Float>... sentences) {
    float[] all = new float[16 * sentences.length];
    for (int b = 0; b < sentences.length; b++) {
      int row = 16 * b;
      sentences[b].forEach((span, logit) -> all[row + span] = logit);
    }
    return all;
  }

  private static float[] present(int... lengths) {
    float[] all = new float[16 * lengths.length];
    for (int b = 0; b < lengths.length; b++) {
      for (int first = 0; first < lengths[b]; first++) {
        Arrays.fill(all, 16 * b + 4 * first + first, 16 * b + 4 * first + lengths[b], 1);
      }
    }
    return all;
  }
}
