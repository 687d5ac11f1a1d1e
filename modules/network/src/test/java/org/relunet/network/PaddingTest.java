package org.relunet.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.relunet.api.triple.ScoredTriple;
import org.relunet.encoder.transformer.FineTuning;

final class PaddingTest {
  private static final String SHORT = "Aarhus is in Denmark";
  private static final String LONG =
      "The Airport of Aarhus , Denmark was the city of Alan Bean and Burg and Dijon , Spain .";

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void theSameSentenceGivesTheSameAloneAndBesideALongOne(boolean relunet) {
    NetworkParts parts = TinyNetworks.parts(FineTuning.FULL, relunet);
    NumericSentence sentence = TinyNetworks.sentence(parts, SHORT);
    NumericSentence other = TinyNetworks.sentence(parts, LONG);
    try (InferenceNetwork network = LivelyNetwork.of(parts)) {
      Answers alone = Answers.of(network, List.of(sentence));
      Answers beside = Answers.of(network, List.of(other, sentence));

      assertThat(alone.subjects()).isPositive();
      assertThat(alone.distance(beside.only(1))).isLessThan(1e-5);
      // the comparison can fail
      assertThat(alone.distance(Answers.of(network, List.of(changed(parts))))).isGreaterThan(1e-3);
    }
  }

  private static NumericSentence changed(NetworkParts parts) {
    return TinyNetworks.sentence(parts, "Denmark is in Aarhus");
  }

  @Test
  void triplesAndConfidencesAreTheSameToo() {
    NetworkParts parts = TinyNetworks.parts();
    NumericSentence sentence = TinyNetworks.sentence(parts, SHORT);
    NumericSentence other = TinyNetworks.sentence(parts, LONG);
    try (InferenceNetwork network = LivelyNetwork.of(parts)) {
      List<ScoredTriple> alone = network.extract(List.of(sentence)).get(0);
      List<ScoredTriple> beside = network.extract(List.of(other, sentence)).get(1);

      assertThat(alone).isNotEmpty();
      assertThat(beside)
          .map(ScoredTriple::triple)
          .isEqualTo(alone.stream().map(ScoredTriple::triple).toList());
      for (int i = 0; i < alone.size(); i++) {
        assertThat(beside.get(i).confidence()).isCloseTo(alone.get(i).confidence(), within(1e-5));
      }
    }
  }
}
