package org.relunet.contract.extractor;

import java.util.List;
import org.relunet.api.text.TokenSpan;
import org.relunet.api.triple.RelationSchema;
import org.relunet.api.triple.WordTriple;

/** The sentences that extractors are tested with. */
final class ExtractorExamples {
  static final RelationSchema SCHEMA =
      new RelationSchema(List.of("birthPlace", "deathPlace", "country"));
  static final int WIDTH = 24;

  /**
   * Two triples share a pair of entities, a third one its subject; entities of one to three words.
   * No object is a subject: there are extractors of which that is too much to ask.
   */
  static final WordVectors FIRST =
      WordVectors.random(
          9,
          WIDTH,
          1,
          List.of(triple(0, 2, 0, 5, 5), triple(0, 2, 1, 5, 5), triple(0, 2, 2, 7, 8)));

  static final WordVectors SECOND = WordVectors.random(6, WIDTH, 2, List.of(triple(3, 4, 1, 0, 0)));

  static final WordVectors WITHOUT_TRIPLE = WordVectors.random(4, WIDTH, 3, List.of());
  static final WordVectors ONE_WORD = WordVectors.random(1, WIDTH, 4, List.of());
  static final List<WordVectors> BATCH = List.of(FIRST, WITHOUT_TRIPLE, SECOND, ONE_WORD);

  private ExtractorExamples() {}

  private static WordTriple triple(
      int subjectFirst, int subjectLast, int relation, int objectFirst, int objectLast) {
    return new WordTriple(
        new TokenSpan(subjectFirst, subjectLast), relation, new TokenSpan(objectFirst, objectLast));
  }
}
