package org.relunet.extractor.casrel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relunet.graph.testing.Closeness.assertClose;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.relunet.api.text.TokenSpan;
import org.relunet.api.triple.ScoredTriple;
import org.relunet.api.triple.WordTriple;
import org.relunet.extractor.casrel.CasRelSettings.ObjectHead;
import org.relunet.extractor.casrel.CasRelSettings.SpanPairing;
import org.relunet.extractor.casrel.CasRelSettings.WrongSubjects;
import org.relunet.graph.testing.GraphRun;
import org.tensorflow.Operand;
import org.tensorflow.Tensor;
import org.tensorflow.types.TFloat32;

/**
 * Words whose vectors are the logits of their tags: subject start, subject end, object start,
 * object end. One relation.
 */
class CasRelInferenceTest {
  private static final float[] NOTHING = {-9, -9, -9, -9};
  private static final float[] START = {4, -9, -9, -9};
  private static final float[] END = {-9, 4, -9, -9};
  private static final float[] WORD = {4, 4, -9, -9};
  private static final float[] OBJECT = {-9, -9, 30, 30};

  private static CasRelInference build(GraphRun run, float[][][] words, float[][] mask) {
    return build(run, words, mask, SpanPairing.NEAREST);
  }

  private static CasRelInference build(
      GraphRun run, float[][][] words, float[][] mask, SpanPairing pairing) {
    CasRelInference inference =
        CasRelInference.build(
            run.context(),
            new CasRelSettings(0.5, 0, 0, ObjectHead.LINEAR, 1, 0, WrongSubjects.NONE, pairing),
            1,
            run.nodes(words),
            run.mask(mask));
    run.set("subject.tags.kernel", 1, 0, 0, 1, 0, 0, 0, 0).set("subject.tags.bias", 0, 0);
    run.set("object.tags.kernel", 0, 0, 0, 0, 1, 0, 0, 1).set("object.tags.bias", 0, 0);
    return inference;
  }

  private static float[][] ones(int sentences, int words) {
    float[][] mask = new float[sentences][words];
    for (float[] row : mask) {
      java.util.Arrays.fill(row, 1);
    }
    return mask;
  }

  /** [K, 3] in row-major order: sentence, first, last. */
  private static float[] subjects(float[]... words) {
    return subjects(new float[][][] {words}, ones(1, words.length));
  }

  private static float[] subjects(float[][][] words, float[][] mask) {
    try (GraphRun run = GraphRun.inference()) {
      return run.values(build(run, words, mask).outputs().get(CasRelInference.SUBJECTS));
    }
  }

  private static List<List<ScoredTriple>> decode(float[][][] words, float[][] mask) {
    try (GraphRun run = GraphRun.inference()) {
      CasRelInference inference = build(run, words, mask);
      List<String> names = List.copyOf(inference.outputs().keySet());
      List<Operand<?>> fetched = new ArrayList<>();
      names.forEach(name -> fetched.add(inference.outputs().get(name)));
      return run.run(
          fetched,
          result -> {
            Map<String, Tensor> values = new HashMap<>();
            for (int i = 0; i < names.size(); i++) {
              values.put(names.get(i), result.get(i));
            }
            return inference.decode(values, words.length);
          });
    }
  }

  @Test
  void aSubjectReachesToTheNearestEndAtOrAfterItsStart() {
    assertThat(subjects(NOTHING, START, NOTHING, END, END)).containsExactly(0, 1, 3);
  }

  @Test
  void aSubjectMayBeASingleWord() {
    assertThat(subjects(NOTHING, WORD, END)).containsExactly(0, 1, 1);
  }

  @Test
  void anEndBeforeTheStartIsIgnored() {
    assertThat(subjects(END, START, NOTHING)).isEmpty();
  }

  @Test
  void startsMayShareAnEnd() {
    assertThat(subjects(START, START, END)).containsExactly(0, 0, 2, 0, 1, 2);
  }

  private static float[] bounded(float[]... words) {
    try (GraphRun run = GraphRun.inference()) {
      CasRelInference inference =
          build(run, new float[][][] {words}, ones(1, words.length), SpanPairing.BOUNDED);
      return run.values(inference.outputs().get(CasRelInference.SUBJECTS));
    }
  }

  @Test
  void aBoundedSubjectDoesNotReachPastTheNextStart() {
    assertThat(bounded(START, START, NOTHING, END, END)).containsExactly(0, 1, 3);
    assertThat(bounded(WORD, NOTHING, START, END)).containsExactly(0, 0, 0, 0, 2, 3);
  }

  @Test
  void aStartLeftAloneTakesTheLikeliestEndBeforeTheNextStart() {
    assertThat(bounded(START, end(0.3), end(0.4), WORD)).containsExactly(0, 0, 2, 0, 3, 3);
    assertThat(bounded(START, end(0.2), NOTHING, WORD)).containsExactly(0, 3, 3);
  }

  @Test
  void anEndLeftAloneTakesTheLikeliestStartAfterTheEndBefore() {
    assertThat(bounded(WORD, start(0.3), start(0.4), END)).containsExactly(0, 0, 0, 0, 2, 3);
    assertThat(bounded(WORD, start(0.2), NOTHING, END)).containsExactly(0, 0, 0);
  }

  private static float[] start(double probability) {
    return new float[] {logit(probability), -9, -9, -9};
  }

  private static float[] end(double probability) {
    return new float[] {-9, logit(probability), -9, -9};
  }

  private static float logit(double probability) {
    return (float) Math.log(probability / (1 - probability));
  }

  @Test
  void subjectsComeInTheOrderOfTheSentencesAndWords() {
    float[][][] words = {
      {WORD, NOTHING, START, END}, {NOTHING, NOTHING, NOTHING, NOTHING}, {NOTHING, START, END, WORD}
    };
    assertThat(subjects(words, ones(3, 4))).containsExactly(0, 0, 0, 0, 2, 3, 2, 1, 2, 2, 3, 3);
  }

  @Test
  void paddedWordsNeitherStartNorEndSubjects() {
    float[][][] words = {{START, NOTHING, END, WORD}};
    assertThat(subjects(words, new float[][] {{1, 1, 0, 0}})).isEmpty();
  }

  @Test
  void tellsTheProbabilitiesOfASubjectsEnds() {
    float[] sure = {2, -9, -9, -9};
    float[] unsure = {-9, 1, -9, -9};
    try (GraphRun run = GraphRun.inference()) {
      CasRelInference inference = build(run, new float[][][] {{NOTHING, sure, unsure}}, ones(1, 3));
      assertClose(
          run.values(inference.outputs().get(CasRelInference.SUBJECT_PROBABILITIES)),
          1 / (1 + Math.exp(-2)),
          1 / (1 + Math.exp(-1)));
    }
  }

  @Test
  void decodesTheTriplesOfEachSentence() {
    float[][][] words = {{WORD, NOTHING, OBJECT}, {NOTHING, NOTHING, OBJECT}, {OBJECT, START, END}};
    List<List<ScoredTriple>> found = decode(words, ones(3, 3));
    assertThat(found.get(0)).extracting(ScoredTriple::triple).containsExactly(triple(0, 0, 2, 2));
    assertThat(found.get(1)).isEmpty();
    assertThat(found.get(2)).extracting(ScoredTriple::triple).containsExactly(triple(1, 2, 0, 0));
  }

  @Test
  void objectsAreNotFoundInPadding() {
    float[][][] words = {{WORD, OBJECT, OBJECT}};
    assertThat(decode(words, new float[][] {{1, 1, 0}}).get(0))
        .extracting(ScoredTriple::triple)
        .containsExactly(triple(0, 0, 1, 1));
  }

  @Test
  void aBatchWithoutSubjectsHasNoTriples() {
    float[][][] words = {{NOTHING, OBJECT}, {OBJECT, NOTHING}};
    assertThat(decode(words, ones(2, 2))).containsExactly(List.of(), List.of());
  }

  private static WordTriple triple(int first, int last, int objectFirst, int objectLast) {
    return new WordTriple(new TokenSpan(first, last), 0, new TokenSpan(objectFirst, objectLast));
  }

  @Test
  void objectProbabilitiesAreThoseOfTrainingForTheSameSubjects() {
    float[][][] words = {{WORD, {1, -2, 0.5f, 0.25f}, OBJECT}, {START, END, OBJECT}};
    try (GraphRun run = GraphRun.inference()) {
      CasRelInference inference = build(run, words, ones(2, 3));
      Operand<TFloat32> h = run.nodes(words);
      Operand<TFloat32> vectors =
          SubjectTagger.vectors(
              run.context(), h, run.integers(0, 1), run.integers(0, 0), run.integers(0, 1));
      Operand<TFloat32> logits =
          new ObjectTagger(
                  new CasRelSettings(
                      0.5, 0, 0, ObjectHead.LINEAR, 1, 0, WrongSubjects.NONE, SpanPairing.NEAREST),
                  1)
              .logits(run.context(), h, run.integers(0, 1), vectors);
      float[] trained = run.values(run.tf().math.sigmoid(logits));
      float[] used = run.values(inference.outputs().get(CasRelInference.OBJECT_PROBABILITIES));
      assertThat(used).hasSize(12).containsExactly(trained, Offset.offset(1e-6f));
    }
  }
}
