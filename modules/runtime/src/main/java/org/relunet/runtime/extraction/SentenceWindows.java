package org.relunet.runtime.extraction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.relunet.api.plugin.Encoder;
import org.relunet.api.plugin.PieceSequence;
import org.relunet.api.text.TokenSpan;

/**
 * Cuts sentences that are too long for the network into overlapping windows, so that no word is
 * left unread.
 */
public final class SentenceWindows {
  private final Encoder encoder;
  private final int windowWords;
  private final int overlap;

  private SentenceWindows(Encoder encoder, int windowWords, int overlap) {
    this.encoder = encoder;
    this.windowWords = windowWords;
    this.overlap = overlap;
  }

  /** Windows as the settings have them, and no longer than the encoder takes. */
  static SentenceWindows of(Encoder encoder, ExtractionSettings settings) {
    return new SentenceWindows(encoder, settings.windowWords(), settings.windowOverlap());
  }

  /** Windows as long as the encoder takes. */
  public static SentenceWindows largest(Encoder encoder, ExtractionSettings settings) {
    return new SentenceWindows(encoder, Integer.MAX_VALUE, settings.windowOverlap());
  }

  /**
   * A stretch of a sentence that the network can read.
   *
   * @param words of the sentence, both ends included
   * @param pieces no more than the encoder takes
   */
  public record Window(TokenSpan words, PieceSequence pieces) {}

  /** Windows that together hold every word, one where the sentence is short enough. */
  public List<Window> of(List<String> sentence) {
    PieceCounts counts = PieceCounts.of(encoder.pieces(sentence));
    List<Window> windows = new ArrayList<>();
    int start = 0;
    while (true) {
      Window window = largest(sentence, counts, start);
      windows.add(window);
      int end = window.words().last() + 1;
      if (end == sentence.size()) {
        return windows;
      }
      // at least one word further, however short the piece limit made the window
      start = Math.max(start + 1, end - Math.min(overlap, window.words().length() / 2));
    }
  }

  private Window largest(List<String> sentence, PieceCounts counts, int start) {
    int most = Math.min(windowWords, sentence.size() - start);
    int size = counts.wordsThatFit(start, most, encoder.maximumPieces());
    while (true) {
      TokenSpan words = new TokenSpan(start, start + size - 1);
      PieceSequence pieces = encoder.pieces(sentence.subList(start, start + size));
      if (pieces.length() <= encoder.maximumPieces()) {
        return new Window(words, pieces);
      }
      if (size == 1) {
        return new Window(words, cut(pieces, encoder.maximumPieces()));
      }
      // an encoder whose pieces of a word depend on its neighbours
      size--;
    }
  }

  /**
   * A single word of more pieces than a small encoder takes: its vector is made of its first
   * pieces. The last piece, which closes a sentence, stays.
   */
  private static PieceSequence cut(PieceSequence pieces, int most) {
    int[] ids = Arrays.copyOf(pieces.ids(), most);
    int[] words = Arrays.copyOf(pieces.wordOfPiece(), most);
    ids[most - 1] = pieces.ids()[pieces.length() - 1];
    words[most - 1] = pieces.wordOfPiece()[pieces.length() - 1];
    return new PieceSequence(ids, words, pieces.wordCount());
  }
}
