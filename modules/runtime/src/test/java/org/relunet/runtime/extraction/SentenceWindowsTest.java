package org.relunet.runtime.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.relunet.api.plugin.PieceSequence;
import org.relunet.api.text.TokenSpan;

final class SentenceWindowsTest {
  private static List<String> words(int count, int letters) {
    return Collections.nCopies(count, "x".repeat(letters));
  }

  private static List<SentenceWindows.Window> windows(
      List<String> sentence, int maximumPieces, int windowWords, int overlap) {
    ExtractionSettings settings =
        new ExtractionSettings(0, 1, windowWords, overlap, 32, 4096, 0, 1, 0);
    return SentenceWindows.of(new LetterEncoder(maximumPieces), settings).of(sentence);
  }

  @Test
  void aShortSentenceIsItsOwnWindow() {
    List<String> sentence = words(7, 3);

    List<SentenceWindows.Window> windows = windows(sentence, 512, 120, 40);

    assertThat(windows).hasSize(1);
    assertThat(windows.get(0).words()).isEqualTo(new TokenSpan(0, 6));
    assertThat(windows.get(0).pieces().length()).isEqualTo(7 * 3 + 2);
  }

  @ParameterizedTest
  @CsvSource({
    "3000, 4, 512, 120, 40",
    "3000, 4, 100, 120, 40",
    "3000, 1, 512, 120, 0",
    "3000, 1, 512, 8, 7",
    "121, 1, 512, 120, 119",
    "500, 90, 100, 120, 40",
  })
  void everyWordOfALongSentenceIsReadAndWindowsOverlap(
      int count, int letters, int maximumPieces, int windowWords, int overlap) {
    List<String> sentence = words(count, letters);

    List<SentenceWindows.Window> windows = windows(sentence, maximumPieces, windowWords, overlap);

    int next = 0;
    for (SentenceWindows.Window window : windows) {
      int first = window.words().first();
      // the windows follow each other without a gap, and each brings a new word
      assertThat(first).isLessThanOrEqualTo(next);
      assertThat(window.words().last()).isGreaterThanOrEqualTo(next);
      if (next > 0 && window.words().length() > 1) {
        assertThat(next - first).isGreaterThanOrEqualTo(Math.min(overlap, letters > 50 ? 0 : 1));
      }
      next = window.words().last() + 1;
      assertThat(window.words().length()).isLessThanOrEqualTo(windowWords);
      assertThat(window.pieces().length()).isLessThanOrEqualTo(maximumPieces);
      assertThat(window.pieces().wordCount()).isEqualTo(window.words().length());
    }
    assertThat(next).isEqualTo(count);
  }

  @Test
  void aTripleThatIsNoLongerThanTheOverlapStandsInOneWindowWhole() {
    List<SentenceWindows.Window> windows = windows(words(3000, 4), 512, 120, 40);

    for (int first = 0; first + 40 <= 3000; first++) {
      int last = first + 39;
      int start = first;
      assertThat(windows).anyMatch(w -> w.words().first() <= start && w.words().last() >= last);
    }
  }

  @Test
  void theLengthOfWindowsFollowsTheirPieces() {
    String[] words = new String[300];
    for (int i = 0; i < words.length; i++) {
      words[i] = "y".repeat(i < 150 ? 1 : 20);
    }

    List<SentenceWindows.Window> windows = windows(List.of(words), 202, 120, 40);

    assertThat(windows.get(0).words().length()).isEqualTo(120);
    assertThat(windows.get(windows.size() - 2).words().length()).isEqualTo(10);
  }

  @Test
  void theLargestWindowsAreBoundByTheEncoderAlone() {
    ExtractionSettings settings = new ExtractionSettings(0, 1, 120, 40, 32, 4096, 0, 1, 0);
    SentenceWindows largest = SentenceWindows.largest(new LetterEncoder(512), settings);

    assertThat(largest.of(words(500, 1)))
        .extracting(SentenceWindows.Window::words)
        .containsExactly(new TokenSpan(0, 499));
    assertThat(largest.of(words(600, 1)))
        .extracting(SentenceWindows.Window::words)
        .containsExactly(new TokenSpan(0, 509), new TokenSpan(470, 599));
  }

  @Test
  void aWordOfMorePiecesThanTheEncoderTakesIsReadByItsFirstOnes() {
    List<String> sentence = List.of("ab", "z".repeat(5000), "cd");

    List<SentenceWindows.Window> windows = windows(sentence, 64, 120, 40);

    assertThat(windows)
        .extracting(SentenceWindows.Window::words)
        .containsExactly(new TokenSpan(0, 0), new TokenSpan(1, 1), new TokenSpan(2, 2));
    PieceSequence cut = windows.get(1).pieces();
    assertThat(cut.length()).isEqualTo(64);
    assertThat(cut.ids()[0]).isEqualTo(LetterEncoder.FIRST);
    assertThat(cut.ids()[63]).isEqualTo(LetterEncoder.LAST);
    assertThat(cut.wordOfPiece()[63]).isEqualTo(PieceSequence.NO_WORD);
    assertThat(Arrays.copyOfRange(cut.wordOfPiece(), 1, 63)).containsOnly(0);
  }
}
