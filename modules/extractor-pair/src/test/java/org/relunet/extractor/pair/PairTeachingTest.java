package org.relunet.extractor.pair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.relunet.graph.testing.Closeness.assertClose;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.relunet.api.text.TokenSpan;
import org.relunet.api.triple.RelationSchema;
import org.relunet.api.triple.SentenceLabels;
import org.relunet.api.triple.WordTriple;
import org.relunet.extractor.pair.PairSettings.Loss;
import org.relunet.extractor.pair.PairSettings.Spans;
import org.relunet.graph.part.ExtractorInput;
import org.relunet.graph.part.ExtractorPart;
import org.relunet.graph.tagging.SoftTagLoss;
import org.relunet.graph.tagging.TagLoss;
import org.relunet.graph.testing.GraphRun;
import org.tensorflow.Operand;
import org.tensorflow.Tensor;
import org.tensorflow.types.TFloat32;

/** A teacher and its pupil, the same extractor with the same first values. */
class PairTeachingTest {
  private static final RelationSchema SCHEMA = new RelationSchema(List.of("a", "b"));
  private static final float[][][] WORDS = {
    {{1, 0}, {-2, 1}, {3, 1}, {0, -1}}, {{-1, 0}, {2, -2}, {9, 9}, {9, 9}}
  };
  private static final float[][] MASK = {{1, 1, 1, 1}, {1, 1, 0, 0}};

  /** The first sentence has two entities, the second none. */
  private static final List<SentenceLabels> GOLD =
      List.of(
          SentenceLabels.of(List.of(new WordTriple(new TokenSpan(0, 0), 0, new TokenSpan(2, 2)))),
          SentenceLabels.of(List.of()));

  private static PairPart part(Spans spans) {
    return new PairPart(
        new PairSettings(0.5, 0.2, 3, spans, 2, 4, 0, 0, Loss.CROSS_ENTROPY, true, 0, List.of(), 1),
        SCHEMA);
  }

  private static List<float[]> taught(Spans spans, double temperature) {
    try (GraphRun run = GraphRun.inference()) {
      ExtractorPart.Teaching teaching =
          part(spans)
              .buildTeaching(
                  run.context(), ExtractorInput.of(run.nodes(WORDS), run.mask(MASK)), temperature)
              .orElseThrow();
      List<List<TokenSpan>> asked = GOLD.stream().map(part(spans)::taughtSpans).toList();
      run.feeding(feeds -> teaching.feed(asked, feeds));
      return run.run(
          List.copyOf(teaching.outputs().values()),
          result -> {
            Map<String, Tensor> values = new HashMap<>();
            for (String name : teaching.outputs().keySet()) {
              values.put(name, result.get(values.size()));
            }
            return teaching.read(values, asked, List.of(4, 2));
          });
    }
  }

  private static double softLoss(Spans spans, SoftTagLoss soft, List<float[]> labels) {
    try (GraphRun run = GraphRun.training()) {
      Operand<TFloat32> words = run.nodes(WORDS);
      ExtractorPart.Training pupil =
          part(spans)
              .buildTraining(
                  run.context(), ExtractorInput.of(words, run.mask(MASK)), TagLoss.PLAIN, soft);
      run.feeding(feeds -> pupil.feedLabels(GOLD, 4, feeds));
      run.feeding(feeds -> pupil.feedSoftLabels(GOLD, labels, 4, feeds));
      return run.scalar(pupil.softLoss().orElseThrow());
    }
  }

  @ParameterizedTest
  @EnumSource
  void tellsAllSpansAndThePairsOfTheAskedOnes(Spans spans) {
    List<float[]> labels = taught(spans, 1);
    int[] counts = spans == Spans.ANY ? new int[] {10, 3} : new int[] {4, 2};
    assertThat(labels.get(0)).hasSize(1 + counts[0] + 4 * 2);
    assertThat(labels.get(1)).hasSize(1 + counts[1]);
    for (float[] sentence : labels) {
      for (int i = 1; i < sentence.length; i++) {
        assertThat(sentence[i]).isGreaterThan(0).isLessThan(1);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void aPupilThatThinksAsItsTeacherHasNothingToLearn(Spans spans) {
    for (double temperature : new double[] {1, 3}) {
      SoftTagLoss soft = new SoftTagLoss(1, temperature);
      assertThat(softLoss(spans, soft, taught(spans, temperature))).isCloseTo(0, within(1e-4));
    }
  }

  @Test
  void aPupilThatThinksOtherwiseHas() {
    List<float[]> labels = new ArrayList<>(taught(Spans.ANY, 1));
    labels.get(0)[1] = 1 - labels.get(0)[1];
    double ofSpan = softLoss(Spans.ANY, new SoftTagLoss(1, 1), labels);
    assertThat(ofSpan).isPositive();
    int last = labels.get(0).length - 1;
    labels.get(0)[last] = 1 - labels.get(0)[last];
    assertThat(softLoss(Spans.ANY, new SoftTagLoss(1, 1), labels)).isGreaterThan(ofSpan + 0.1);
  }

  @Test
  void aSentenceThatNoTeacherReadAddsNothing() {
    List<float[]> none = List.of(new float[0], new float[0]);
    assertThat(softLoss(Spans.ANY, new SoftTagLoss(1, 1), none)).isZero();
  }

  @Test
  void areSofterAtAHigherTemperature() {
    float[] plain = taught(Spans.ANY, 1).get(1);
    float[] soft = taught(Spans.ANY, 2).get(1);
    for (int i = 1; i < plain.length; i++) {
      double logit = Math.log(plain[i] / (1 - plain[i]));
      assertClose(new float[] {soft[i]}, 1 / (1 + Math.exp(-logit / 2)));
    }
  }

  @Test
  void softLabelsOfAnotherSizeOrOfOtherSpansAreRefused() {
    SoftTagLoss soft = new SoftTagLoss(1, 1);
    assertThatThrownBy(() -> softLoss(Spans.ANY, soft, List.of(new float[17], new float[0])))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("17 soft labels");
    assertThatThrownBy(() -> softLoss(Spans.ONE_WORD, soft, taught(Spans.ANY, 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("extractor.pair.spans");
    assertThatThrownBy(() -> softLoss(Spans.ANY, soft, List.of(new float[24], new float[0])))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("5 words for a sentence of at most 4");
  }

  @Test
  void tellsHowManyTextsHaveMoreEntitiesThanATrainedModelLooksAt() {
    List<WordTriple> many = new ArrayList<>();
    for (int word = 0; word < 4; word++) {
      many.add(new WordTriple(new TokenSpan(word, word), 0, new TokenSpan(0, 0)));
    }
    assertThat(part(Spans.ANY).remarks(GOLD)).isEmpty();
    assertThat(part(Spans.ANY).remarks(List.of(GOLD.get(0), SentenceLabels.of(many))))
        .singleElement()
        .asString()
        .contains("1 text has", "extractor.pair.candidates, 3, up to 4");
  }
}
