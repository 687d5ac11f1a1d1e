package org.relunet.runtime.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.relunet.api.text.TokenSpan;
import org.relunet.api.triple.ScoredTriple;
import org.relunet.api.triple.WordTriple;

/** Two windows, of the words 0 to 9 and 6 to 15. */
final class WindowedTriplesTest {
  private static final TokenSpan FIRST = new TokenSpan(0, 9);
  private static final TokenSpan SECOND = new TokenSpan(6, 15);

  private static ScoredTriple scored(int start, int end, int first, int last, double confidence) {
    return new ScoredTriple(
        new WordTriple(new TokenSpan(start, end), 0, new TokenSpan(first, last)), confidence);
  }

  private static List<ScoredTriple> triples(ScoredTriple inFirst, ScoredTriple inSecond) {
    WindowedTriples windows = new WindowedTriples();
    windows.add(FIRST, List.of(inFirst));
    windows.add(SECOND, List.of(inSecond));
    return windows.triples();
  }

  @Test
  void countsWordsThroughThePassage() {
    assertThat(triples(scored(1, 2, 4, 4, 0.5), scored(1, 2, 4, 4, 0.6)))
        .containsExactlyInAnyOrder(scored(1, 2, 4, 4, 0.5), scored(7, 8, 10, 10, 0.6));
  }

  @Test
  void ofATripleInBothWindowsTheSurerAnswerStands() {
    assertThat(triples(scored(7, 7, 8, 8, 0.5), scored(1, 1, 2, 2, 0.6)))
        .containsExactly(scored(7, 7, 8, 8, 0.6));
  }

  @Test
  void aMentionThatTheEndOfAWindowCutsIsDroppedForTheWholeOne() {
    // the first window ends with its word 9, the mention goes on to 10
    assertThat(triples(scored(7, 7, 9, 9, 0.9), scored(1, 1, 3, 4, 0.6)))
        .containsExactly(scored(7, 7, 9, 10, 0.9));
  }

  @Test
  void aMentionThatTheBeginningOfAWindowCutsIsDroppedForTheWholeOne() {
    assertThat(triples(scored(2, 2, 5, 6, 0.5), scored(0, 0, 8, 8, 0.6)))
        .containsExactlyInAnyOrder(scored(2, 2, 5, 6, 0.5), scored(5, 6, 14, 14, 0.6));
  }

  @Test
  void aShortMentionWithinAWindowStands() {
    assertThat(triples(scored(7, 7, 8, 8, 0.5), scored(1, 1, 2, 3, 0.6)))
        .containsExactlyInAnyOrder(scored(7, 7, 8, 8, 0.5), scored(7, 7, 8, 9, 0.6));
  }

  @Test
  void aMentionAtTheEdgeOfThePassageIsWhole() {
    assertThat(triples(scored(0, 0, 8, 8, 0.5), scored(2, 2, 9, 9, 0.6)))
        .containsExactlyInAnyOrder(scored(0, 0, 8, 8, 0.5), scored(8, 8, 15, 15, 0.6));
  }
}
