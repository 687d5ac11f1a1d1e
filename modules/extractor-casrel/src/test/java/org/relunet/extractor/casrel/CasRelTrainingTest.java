package org.relunet.extractor.casrel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
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

/**
 * Words of width 1, all parameters but the biases 0: every subject tag has logit 0, every object
 * tag logit s, where the loss can be counted by hand: log 2 a tag of logit 0.
 */
class CasRelTrainingTest {
  private static final int RELATIONS = 2;
  private static final CasRelSettings SETTINGS =
      new CasRelSettings(
          0.5, 0, 0, ObjectHead.LINEAR, 1, 0, WrongSubjects.NONE, SpanPairing.NEAREST);
  private static final TokenSpan FIRST = new TokenSpan(0, 1);
  private static final TokenSpan SECOND = new TokenSpan(3, 3);

  /** Two relations between the same entities, one of them in both directions. */
  private static final List<WordTriple> GOLD =
      List.of(
          new WordTriple(FIRST, 0, SECOND),
          new WordTriple(FIRST, 1, SECOND),
          new WordTriple(SECOND, 1, FIRST));

  private static List<SentenceLabels> labels(List<List<WordTriple>> gold) {
    return gold.stream().map(SentenceLabels::of).toList();
  }

  private static double loss(float[][] mask, List<List<WordTriple>> gold, float... subjectBias) {
    return loss(SETTINGS, mask, gold, subjectBias);
  }

  private static double loss(
      CasRelSettings settings, float[][] mask, List<List<WordTriple>> gold, float... subjectBias) {
    return loss(settings, TagLoss.PLAIN, mask, gold, subjectBias);
  }

  private static double loss(
      CasRelSettings settings,
      TagLoss tagLoss,
      float[][] mask,
      List<List<WordTriple>> gold,
      float... subjectBias) {
    try (GraphRun run = GraphRun.training()) {
      float[][][] words = new float[mask.length][mask[0].length][1];
      CasRelTraining training =
          CasRelTraining.build(
              run.context(),
              settings,
              RELATIONS,
              run.nodes(words),
              run.mask(mask),
              tagLoss,
              SoftTagLoss.NONE);
      run.feeding(feeds -> training.feedLabels(labels(gold), mask[0].length, feeds));
      run.set("subject.tags.bias", subjectBias).set("object.tags.bias", 1, 2, 3, 4);
      return run.scalar(training.loss());
    }
  }

  private static double softplus(double x) {
    return Math.log1p(Math.exp(x));
  }

  /** The loss of a subject's object tags over so many words, none of them right. */
  private static double objects(int words) {
    return words * (softplus(1) + softplus(2) + softplus(3) + softplus(4));
  }

  @Test
  void countsEveryTagOfTheSubjectsAndOfEachSubjectsObjects() {
    float[][] mask = {{1, 1, 1, 1}};
    double subjects = 4 * (softplus(5) + softplus(6)) - 2 * (5 + 6); // starts 0, 3; ends 1, 3
    // right tags take their logit off: start 0 and 1, end 0 and 1 of (3, 3); start 1, end 1
    double expected = subjects + 2 * objects(4) - (1 + 2 + 3 + 4) - (2 + 4);
    assertThat(loss(mask, List.of(GOLD), 5, 6)).isCloseTo(expected, Offset.offset(1e-3));
  }

  @Test
  void theTagsOfSubjectsAndObjectsHaveTheLossThatIsAskedFor() {
    float[][] mask = {{1, 1, 1, 1}};
    // of the tags that are 1, four of subjects and six of objects: see above
    double right = 2 * (softplus(-5) + softplus(-6));
    right += softplus(-1) + softplus(-2) + softplus(-3) + softplus(-4);
    right += softplus(-2) + softplus(-4);
    assertThat(loss(SETTINGS, new TagLoss(3, 0), mask, List.of(GOLD), 5, 6))
        .isCloseTo(loss(mask, List.of(GOLD), 5, 6) + 2 * right, Offset.offset(1e-3));
    // every logit is positive: the tags that are 0 are wrong, and keep most of their loss
    assertThat(loss(SETTINGS, new TagLoss(1, 2), mask, List.of(GOLD), 5, 6))
        .isBetween(0.5 * loss(mask, List.of(GOLD), 5, 6), loss(mask, List.of(GOLD), 5, 6));
  }

  @Test
  void aSentenceWithoutTripleCountsItsSubjectTagsOnly() {
    float[][] mask = {{1, 1, 1}};
    assertThat(loss(mask, List.of(List.of()), 0, 0))
        .isCloseTo(6 * Math.log(2), Offset.offset(1e-4));
  }

  @Test
  void paddedWordsDoNotCount() {
    float[][] mask = {{1, 1, 1, 1, 0, 0}};
    assertThat(loss(mask, List.of(GOLD), 5, 6))
        .isCloseTo(loss(new float[][] {{1, 1, 1, 1}}, List.of(GOLD), 5, 6), Offset.offset(1e-4));
  }

  @Test
  void isTheMeanOverTheSentences() {
    float[][] mask = {{1, 1, 1, 1}, {1, 1, 1, 0}};
    double first = loss(new float[][] {{1, 1, 1, 1}}, List.of(GOLD), 5, 6);
    double second = loss(new float[][] {{1, 1, 1}}, List.of(List.of()), 5, 6);
    assertThat(loss(mask, List.of(GOLD, List.of()), 5, 6))
        .isCloseTo((first + second) / 2, Offset.offset(1e-3));
    assertThat(loss(new float[][] {mask[1], mask[0]}, List.of(List.of(), GOLD), 5, 6))
        .isCloseTo((first + second) / 2, Offset.offset(1e-3));
  }

  @Test
  void objectsThatAreNoSubjectsCountAsSubjectsWithoutObjectsWhereAskedFor() {
    CasRelSettings wrong =
        new CasRelSettings(
            0.5, 0, 0, ObjectHead.LINEAR, 1, 0, WrongSubjects.OBJECTS, SpanPairing.NEAREST);
    float[][] mask = {{1, 1, 1, 1}};
    List<List<WordTriple>> oneWay = List.of(GOLD.subList(0, 2));
    assertThat(loss(wrong, mask, oneWay, 5, 6))
        .isCloseTo(loss(mask, oneWay, 5, 6) + objects(4), Offset.offset(1e-3));
    // both ways: every object is a subject too
    assertThat(loss(wrong, mask, List.of(GOLD), 5, 6))
        .isCloseTo(loss(mask, List.of(GOLD), 5, 6), Offset.offset(1e-4));
  }

  @Test
  void aRepeatedTripleCountsOnce() {
    float[][] mask = {{1, 1, 1, 1}};
    List<WordTriple> repeated = List.of(GOLD.get(0), GOLD.get(0), GOLD.get(1), GOLD.get(2));
    assertThat(loss(mask, List.of(repeated), 5, 6))
        .isCloseTo(loss(mask, List.of(GOLD), 5, 6), Offset.offset(1e-4));
  }

  @Test
  void refusesATripleOutsideTheSentence() {
    assertThatThrownBy(() -> feed(List.of(List.of(), GOLD), 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("sentence 1")
        .hasMessageContaining("3 words");
  }

  @Test
  void refusesARelationThatTheSchemaDoesNotHave() {
    assertThatThrownBy(() -> feed(List.of(List.of(new WordTriple(FIRST, 2, SECOND))), 4))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("sentence 0")
        .hasMessageContaining("relation=2")
        .hasMessageContaining("2 relations");
  }

  private static void feed(List<List<WordTriple>> gold, int words) {
    try (GraphRun run = GraphRun.training();
        Feeds feeds = new Feeds()) {
      CasRelTraining.build(
              run.context(),
              SETTINGS,
              RELATIONS,
              run.nodes(new float[1][1][1]),
              run.mask(new float[1][1]),
              TagLoss.PLAIN,
              SoftTagLoss.NONE)
          .feedLabels(labels(gold), words, feeds);
    }
  }
}
