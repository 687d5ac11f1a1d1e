package org.relunet.corpus.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.relunet.corpus.AnnotatedText;
import org.relunet.corpus.AnnotatedTriple;
import org.relunet.corpus.NamedEntity;
import org.relunet.corpus.overlap.OverlapClass;
import org.relunet.corpus.overlap.OverlapConvention;

class CorpusStatisticsTest {
  private static AnnotatedTriple triple(String subject, String relation, String object) {
    return new AnnotatedTriple(new NamedEntity(subject), relation, new NamedEntity(object));
  }

  @Test
  void countsTextsTriplesAndClasses() {
    CorpusStatistics statistics =
        CorpusStatistics.of(
            List.of(
                new AnnotatedText(
                    "1", "a b", List.of(triple("a", "r", "b"), triple("a", "r", "b"))),
                new AnnotatedText(
                    "2", "a  b c", List.of(triple("a", "s", "b"), triple("b", "r", "c"))),
                new AnnotatedText("3", "a b", List.of(triple("a", "r", "a"))),
                new AnnotatedText("4", " ", List.of())));

    assertThat(statistics.lines())
        .containsExactly(
            "4 texts (1 repeat an earlier one)",
            "5 triples (4 distinct, 1 relate an entity to itself), 2 relations",
            "texts by overlap, distinct: Normal 2, EPO 0, SEO 1",
            "texts by overlap, as-published: Normal 0, EPO 1, SEO 2",
            "texts by number of triples: 0: 1, 1: 2, 2: 1",
            "words a text: median 2, 90 % 3, 99 % 3, longest 3");
    assertThat(statistics.relations()).isEqualTo(Map.of("r", 4, "s", 1));
    assertThat(statistics.overlap().get(OverlapConvention.DISTINCT))
        .containsEntry(OverlapClass.SEO, 1);
  }

  @Test
  void quantilesAreByNearestRank() {
    assertThat(Lengths.of(IntStream.rangeClosed(1, 100).toArray()))
        .isEqualTo(new Lengths(50, 90, 99, 100));
    assertThat(Lengths.of(new int[] {9, 1, 5})).isEqualTo(new Lengths(5, 9, 9, 9));
    assertThat(Lengths.of(new int[0])).isEqualTo(new Lengths(0, 0, 0, 0));
  }
}
