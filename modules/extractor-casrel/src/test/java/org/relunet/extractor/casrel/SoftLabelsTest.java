package org.relunet.extractor.casrel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.relunet.graph.testing.Closeness.assertClose;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.relunet.api.text.TokenSpan;
import org.relunet.api.triple.SentenceLabels;
import org.relunet.api.triple.WordTriple;
import org.relunet.extractor.casrel.CasRelSettings.ObjectHead;
import org.relunet.extractor.casrel.CasRelSettings.SpanPairing;
import org.relunet.extractor.casrel.CasRelSettings.WrongSubjects;
import org.relunet.graph.part.Feeds;
import org.relunet.graph.tagging.SoftTagLoss;
import org.relunet.graph.tagging.TagLoss;
import org.relunet.graph.testing.GraphRun;
import org.tensorflow.Operand;
import org.tensorflow.Tensor;
import org.tensorflow.types.TFloat32;

/**
 * A teacher and its pupil, the same extractor over words of width 1: a subject's tags have the
 * word's value as their logits, an object's the sum of the word's and the subject's. One relation.
 */
class SoftLabelsTest {
  private static final CasRelSettings SETTINGS = settings(WrongSubjects.NONE);
  private static final float[][][] WORDS = {{{1}, {-2}, {3}}, {{-1}, {2}, {9}}};
  private static final float[][] MASK = {{1, 1, 1}, {1, 1, 0}};
  private static final TokenSpan FIRST = new TokenSpan(0, 0);
  private static final TokenSpan REST = new TokenSpan(1, 2);

  /** The first sentence has two subjects, the second none. */
  private static final List<List<WordTriple>> GOLD =
      List.of(List.of(new WordTriple(FIRST, 0, REST), new WordTriple(REST, 0, FIRST)), List.of());

  private static CasRelSettings settings(WrongSubjects wrong) {
    return new CasRelSettings(0.5, 0, 0, ObjectHead.LINEAR, 1, 0, wrong, SpanPairing.NEAREST);
  }

  private static List<SentenceLabels> labels(List<List<WordTriple>> gold) {
    return gold.stream().map(SentenceLabels::of).toList();
  }

  private static GraphRun prepared(GraphRun run) {
    return run.set("subject.tags.kernel", 1, 1)
        .set("subject.tags.bias", 0, 0)
        .set("object.tags.kernel", 1, 1)
        .set("object.tags.bias", 0, 0);
  }

  private static List<List<TokenSpan>> subjects() {
    return GOLD.stream()
        .map(gold -> List.copyOf(TaughtSubjects.of(SETTINGS, gold).keySet()))
        .toList();
  }

  private static List<float[]> taught(double temperature) {
    try (GraphRun run = prepared(GraphRun.inference())) {
      CasRelTeaching teaching =
          CasRelTeaching.build(run.context(), SETTINGS, 1, run.nodes(WORDS), temperature);
      run.feeding(feeds -> teaching.feed(subjects(), feeds));
      List<Operand<?>> fetched = new ArrayList<>(teaching.outputs().values());
      return run.run(
          fetched,
          result -> {
            Map<String, Tensor> values = new HashMap<>();
            for (String name : teaching.outputs().keySet()) {
              values.put(name, result.get(values.size()));
            }
            return teaching.read(values, subjects(), List.of(3, 2));
          });
    }
  }

  private static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }

  @Test
  void tellTheTagsOfTheSentencesOwnWordsForSubjectsAndTheObjectsOfEach() {
    // subject vectors: 1 of the first, (-2 + 3) / 2 of the second
    double[] expected = {1, 1, -2, -2, 3, 3, 2, 2, -1, -1, 4, 4, 1.5, 1.5, -1.5, -1.5, 3.5, 3.5};
    double[] probabilities = Arrays.stream(expected).map(SoftLabelsTest::sigmoid).toArray();
    List<float[]> labels = taught(1);
    assertClose(labels.get(0), probabilities);
    assertClose(labels.get(1), sigmoid(-1), sigmoid(-1), sigmoid(2), sigmoid(2));
  }

  @Test
  void areSofterAtAHigherTemperature() {
    assertClose(taught(2).get(1), sigmoid(-0.5), sigmoid(-0.5), sigmoid(1), sigmoid(1));
  }

  private static CasRelTraining pupil(GraphRun run, SoftTagLoss soft, Operand<TFloat32> words) {
    return CasRelTraining.build(
        run.context(), SETTINGS, 1, words, run.mask(MASK), TagLoss.PLAIN, soft);
  }

  private static double softLoss(SoftTagLoss soft, List<float[]> labels) {
    try (GraphRun run = prepared(GraphRun.training())) {
      CasRelTraining pupil = pupil(run, soft, run.nodes(WORDS));
      run.feeding(feeds -> pupil.feedLabels(labels(GOLD), 3, feeds));
      run.feeding(feeds -> pupil.feedSoftLabels(labels(GOLD), labels, 3, feeds));
      return run.scalar(pupil.softLoss().orElseThrow());
    }
  }

  private static double crossEntropy(double logit, double probability) {
    return Math.log1p(Math.exp(logit)) - logit * probability;
  }

  @Test
  void theirLossCountsEveryTagOfTheSentencesWordsAndIsTheMeanOverSentences() {
    List<float[]> none = List.of(new float[18], new float[4]);
    double expected = 0;
    for (double logit : new double[] {1, -2, 3, 2, -1, 4, 1.5, -1.5, 3.5, -1, 2}) {
      expected += 2 * crossEntropy(logit, 0);
    }
    assertThat(softLoss(new SoftTagLoss(1, 1), none)).isCloseTo(expected / 2, Offset.offset(1e-4));
  }

  @Test
  void aSentenceThatTheTeacherDidNotReadCountsNothing() {
    List<float[]> labels = List.of(new float[0], new float[4]);
    double expected = 2 * crossEntropy(-1, 0) + 2 * crossEntropy(2, 0);
    assertThat(softLoss(new SoftTagLoss(1, 1), labels))
        .isCloseTo(expected / 2, Offset.offset(1e-4));
    assertThat(softLoss(new SoftTagLoss(1, 1), List.of(new float[0], new float[0]))).isZero();
  }

  @Test
  void aPupilThatThinksAsItsTeacherHasNothingToLearn() {
    for (double temperature : new double[] {1, 3}) {
      SoftTagLoss soft = new SoftTagLoss(1, temperature);
      List<float[]> labels = taught(temperature);
      try (GraphRun run = prepared(GraphRun.training())) {
        Operand<TFloat32> words = run.nodes(WORDS);
        CasRelTraining pupil = pupil(run, soft, words);
        run.feeding(feeds -> pupil.feedLabels(labels(GOLD), 3, feeds));
        run.feeding(feeds -> pupil.feedSoftLabels(labels(GOLD), labels, 3, feeds));
        assertThat(run.scalar(pupil.softLoss().orElseThrow())).isCloseTo(0, Offset.offset(1e-4f));
        assertClose(run.gradient(pupil.softLoss().orElseThrow(), words), 0, 0, 0, 0, 0, 0);
      }
    }
  }

  @Test
  void goldTagsHaveTheSameLossWhetherSomebodyTeachesOrNot() {
    try (GraphRun run = prepared(GraphRun.training());
        GraphRun alone = prepared(GraphRun.training())) {
      CasRelTraining pupil = pupil(run, new SoftTagLoss(1, 1), run.nodes(WORDS));
      run.feeding(feeds -> pupil.feedLabels(labels(GOLD), 3, feeds));
      CasRelTraining other = pupil(alone, SoftTagLoss.NONE, alone.nodes(WORDS));
      alone.feeding(feeds -> other.feedLabels(labels(GOLD), 3, feeds));
      assertThat(run.scalar(pupil.loss())).isEqualTo(alone.scalar(other.loss()));
      assertThat(other.softLoss()).isEmpty();
    }
  }

  @Test
  void softLabelsOfAnotherSizeAreRefused() {
    assertThatThrownBy(() -> feed(List.of(new float[17], new float[4])))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("17 soft labels")
        .hasMessageContaining("6 for 2 subjects");
    assertThatThrownBy(() -> feed(List.of(new float[24], new float[4])))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("4 words for a sentence of at most 3");
  }

  private static void feed(List<float[]> labels) {
    try (GraphRun run = GraphRun.training();
        Feeds feeds = new Feeds()) {
      pupil(run, new SoftTagLoss(1, 1), run.nodes(WORDS))
          .feedSoftLabels(labels(GOLD), labels, 3, feeds);
    }
  }

  @Test
  void wrongSubjectsAreTaughtToo() {
    List<WordTriple> oneWay = GOLD.get(0).subList(0, 1);
    assertThat(TaughtSubjects.of(SETTINGS, oneWay).keySet()).containsExactly(FIRST);
    assertThat(TaughtSubjects.of(settings(WrongSubjects.OBJECTS), oneWay).keySet())
        .containsExactly(FIRST, REST);
  }
}
