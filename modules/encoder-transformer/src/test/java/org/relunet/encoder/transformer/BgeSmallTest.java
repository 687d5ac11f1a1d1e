package org.relunet.encoder.transformer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.relunet.api.plugin.PieceSequence;
import org.relunet.contract.encoder.EncoderBatch;
import org.relunet.contract.encoder.EncoderGraph;
import org.relunet.graph.part.EncoderPart;

class BgeSmallTest {
  @Test
  void findsParaphrasesNearerThanOtherSentences() {
    EncoderPart encoder =
        Fixtures.encoder(Fixtures.settings("bge-small-en-v1.5", FineTuning.FROZEN, 1));
    List<PieceSequence> sentences =
        List.of(
            encoder.pieces(List.of("The", "astronaut", "was", "born", "in", "Texas", ".")),
            encoder.pieces(List.of("Texas", "is", "the", "spaceman's", "birthplace", ".")),
            encoder.pieces(List.of("Butter", "and", "flour", "make", "a", "good", "sauce", ".")));
    try (EncoderGraph graph = new EncoderGraph(encoder, 1)) {
      EncoderBatch batch = EncoderBatch.of(sentences);
      float[][][] states = graph.fetch(graph.inference().frozenBoundary().orElseThrow(), batch, 0);
      double paraphrase = cosine(states[0][0], states[1][0]);
      double unrelated = cosine(states[0][0], states[2][0]);
      assertThat(paraphrase).isGreaterThan(0.8).isGreaterThan(unrelated + 0.2);
    }
  }

  private static double cosine(float[] one, float[] other) {
    double product = 0;
    double lengthOfOne = 0;
    double lengthOfOther = 0;
    for (int i = 0; i < one.length; i++) {
      product += one[i] * other[i];
      lengthOfOne += one[i] * one[i];
      lengthOfOther += other[i] * other[i];
    }
    return product / Math.sqrt(lengthOfOne * lengthOfOther);
  }
}
