package org.relunet.extractor.casrel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.relunet.api.text.TokenSpan;
import org.relunet.api.triple.ScoredTriple;
import org.relunet.api.triple.WordTriple;
import org.relunet.extractor.casrel.CasRelSettings.SpanPairing;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.StdArrays;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

class CasRelDecoderTest {
  private static final int RELATIONS = 2;
  private static final int WORDS = 5;

  /** Subject 0 at word 0 of sentence 0. */
  private static final int[][] ONE = {{0, 0, 0}};

  private static List<List<ScoredTriple>> decode(
      int[][] subjects, float[][] probabilities, Probabilities objects, int sentences) {
    try (TInt32 spans = TInt32.tensorOf(StdArrays.ndCopyOf(subjects));
        TFloat32 sure = TFloat32.tensorOf(StdArrays.ndCopyOf(probabilities));
        TFloat32 tags = objects.tensor()) {
      return new CasRelDecoder(0.5, SpanPairing.NEAREST, RELATIONS)
          .decode(spans, sure, tags, sentences);
    }
  }

  private static List<WordTriple> triples(Probabilities objects) {
    return decode(ONE, new float[][] {{1, 1}}, objects, 1).get(0).stream()
        .map(ScoredTriple::triple)
        .toList();
  }

  private static Probabilities objects() {
    return new Probabilities(1, WORDS, RELATIONS);
  }

  private static WordTriple triple(int relation, int first, int last) {
    return new WordTriple(new TokenSpan(0, 0), relation, new TokenSpan(first, last));
  }

  @Test
  void anObjectReachesToTheNearestEndAtOrAfterItsStart() {
    assertThat(triples(objects().start(0, 0, 1, 0.9).end(0, 0, 3, 0.6).end(0, 0, 4, 0.99)))
        .containsExactly(triple(0, 1, 3));
  }

  @Test
  void aBoundedObjectDoesNotReachPastTheNextStartOfItsRelation() {
    Probabilities objects =
        objects().start(0, 0, 1, 0.9).start(0, 1, 2, 0.9).start(0, 0, 3, 0.9).end(0, 0, 4, 0.9);
    try (TInt32 spans = TInt32.tensorOf(StdArrays.ndCopyOf(ONE));
        TFloat32 sure = TFloat32.tensorOf(StdArrays.ndCopyOf(new float[][] {{1, 1}}));
        TFloat32 tags = objects.tensor()) {
      assertThat(
              new CasRelDecoder(0.5, SpanPairing.BOUNDED, RELATIONS).decode(spans, sure, tags, 1))
          .singleElement()
          .satisfies(
              found ->
                  assertThat(found)
                      .extracting(ScoredTriple::triple)
                      .containsExactly(triple(0, 3, 4)));
    }
  }

  @Test
  void anObjectMayBeASingleWord() {
    assertThat(triples(objects().start(0, 1, 2, 0.9).end(0, 1, 2, 0.9).end(0, 1, 3, 0.9)))
        .containsExactly(triple(1, 2, 2));
  }

  @Test
  void anEndBeforeTheStartIsIgnored() {
    assertThat(triples(objects().start(0, 0, 2, 0.9).end(0, 0, 1, 0.9))).isEmpty();
  }

  @Test
  void anEndOfAnotherRelationIsIgnored() {
    assertThat(triples(objects().start(0, 0, 2, 0.9).end(0, 1, 3, 0.9))).isEmpty();
  }

  @Test
  void aProbabilityThatOnlyReachesTheThresholdDoesNotTag() {
    assertThat(triples(objects().start(0, 0, 1, 0.5).end(0, 0, 1, 0.9))).isEmpty();
    assertThat(triples(objects().start(0, 0, 1, 0.9).end(0, 0, 1, 0.5))).isEmpty();
  }

  @Test
  void oneSubjectMayHaveSeveralObjectsAndRelations() {
    Probabilities objects =
        objects()
            // two objects of relation 0, which share an end, and the second again by relation 1
            .start(0, 0, 1, 0.9)
            .start(0, 0, 2, 0.9)
            .end(0, 0, 3, 0.9)
            .start(0, 1, 2, 0.9)
            .end(0, 1, 3, 0.9);
    assertThat(triples(objects))
        .containsExactlyInAnyOrder(triple(0, 1, 3), triple(0, 2, 3), triple(1, 2, 3));
  }

  @Test
  void subjectsOfABatchGoToTheirSentencesInTheirOrder() {
    int[][] subjects = {{0, 0, 1}, {0, 3, 3}, {2, 1, 1}};
    float[][] sure = {{1, 1}, {1, 1}, {1, 1}};
    Probabilities objects =
        new Probabilities(3, WORDS, RELATIONS)
            .start(0, 0, 3, 0.9)
            .end(0, 0, 3, 0.9)
            .start(1, 1, 0, 0.9)
            .end(1, 1, 1, 0.9)
            .start(2, 0, 4, 0.9)
            .end(2, 0, 4, 0.9);
    List<List<ScoredTriple>> found = decode(subjects, sure, objects, 4);
    assertThat(found).hasSize(4);
    assertThat(found.get(0))
        .extracting(ScoredTriple::triple)
        .containsExactly(
            new WordTriple(new TokenSpan(0, 1), 0, new TokenSpan(3, 3)),
            new WordTriple(new TokenSpan(3, 3), 1, new TokenSpan(0, 1)));
    assertThat(found.get(1)).isEmpty();
    assertThat(found.get(2))
        .extracting(ScoredTriple::triple)
        .containsExactly(new WordTriple(new TokenSpan(1, 1), 0, new TokenSpan(4, 4)));
    assertThat(found.get(3)).isEmpty();
  }

  @Test
  void confidenceIsTheGeometricMeanOfTheFourProbabilities() {
    Probabilities objects = objects().start(0, 0, 1, 0.7).end(0, 0, 2, 0.8);
    List<ScoredTriple> found = decode(ONE, new float[][] {{0.6f, 0.9f}}, objects, 1).get(0);
    assertThat(found).hasSize(1);
    assertThat(found.get(0).confidence())
        .isCloseTo(Math.pow(0.6 * 0.9 * 0.7 * 0.8, 0.25), Offset.offset(1e-7));
  }

  @Test
  void confidenceOfFullCertaintyIsOne() {
    Probabilities objects = objects().start(0, 0, 1, 1).end(0, 0, 1, 1);
    assertThat(decode(ONE, new float[][] {{1, 1}}, objects, 1).get(0))
        .extracting(ScoredTriple::confidence)
        .containsExactly(1.0);
  }

  @Test
  void withoutSubjectsNoSentenceHasATriple() {
    try (TInt32 spans = TInt32.tensorOf(Shape.of(0, 3));
        TFloat32 sure = TFloat32.tensorOf(Shape.of(0, 2));
        TFloat32 tags = new Probabilities(0, WORDS, RELATIONS).tensor()) {
      assertThat(
              new CasRelDecoder(0.5, SpanPairing.NEAREST, RELATIONS).decode(spans, sure, tags, 2))
          .containsExactly(List.of(), List.of());
    }
  }
}
