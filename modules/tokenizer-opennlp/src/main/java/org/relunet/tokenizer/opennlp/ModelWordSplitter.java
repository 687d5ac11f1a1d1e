package org.relunet.tokenizer.opennlp;

/**
 * Cuts what white space separates into words: addresses are whole ({@link WholeWords}), and so is
 * data ({@link LongRuns}), {@link WordCuts} cuts the rest, and the mark that ends the sentence
 * stands alone. For one thread.
 */
final class ModelWordSplitter implements WordSplitter {
  /** The model's time grows with the square of a chunk's length, and no word is that long. */
  private static final int LONGEST_CHUNK = 256;

  private final WordCuts cuts;
  private final Abbreviations abbreviations;
  private final WhitespaceWordSplitter chunks = new WhitespaceWordSplitter();

  ModelWordSplitter(WordCuts cuts, Abbreviations abbreviations) {
    this.cuts = cuts;
    this.abbreviations = abbreviations;
  }

  @Override
  public void split(String text, int start, int end, Words found) {
    int last = Characters.trimmedEnd(text, start, end);
    chunks.split(
        text,
        start,
        end,
        (from, to) -> {
          int stop = to == last ? FinalStop.begin(text, from, to, abbreviations) : 0;
          new Chunk(text, to, stop, found).split(from);
        });
  }

  /** A chunk on its way into words. */
  private final class Chunk {
    private final String text;
    private final int end;
    private final int stop;
    private final Words found;
    private int from;

    Chunk(String text, int end, int stop, Words found) {
      this.text = text;
      this.end = end;
      this.stop = stop;
      this.found = found;
    }

    void split(int start) {
      from = start;
      WholeWords.addresses(
          text,
          start,
          end,
          (first, last) -> {
            splitRest(first);
            word(last);
          });
      splitRest(end);
      if (from < end && Characters.anyVisible(text, from, end)) {
        found.add(from, end);
      }
    }

    /** Data is one word, however long. */
    private void splitRest(int to) {
      LongRuns.find(
          text,
          from,
          to,
          (first, last) -> {
            splitPieces(first);
            word(last);
          });
      splitPieces(to);
    }

    private void splitPieces(int to) {
      int piece = from;
      while (to - piece > LONGEST_CHUNK) {
        int pieceEnd = piece + LONGEST_CHUNK;
        while (pieceEnd < to && !Characters.mayCutBefore(text, pieceEnd)) {
          pieceEnd++;
        }
        splitPiece(piece, pieceEnd);
        piece = pieceEnd;
      }
      if (piece < to) {
        splitPiece(piece, to);
      }
    }

    /** A piece that is far longer consists of combining marks, and is not cut. */
    private void splitPiece(int start, int to) {
      if (to - start <= 2 * LONGEST_CHUNK) {
        for (int cut : cuts.of(text.substring(start, to))) {
          word(start + cut);
        }
      }
      word(to);
    }

    /** Ends a word at {@code to}. */
    private void word(int to) {
      if (from < stop && stop < to) {
        emit(stop);
      }
      // the marks of "?!" that end a sentence are one word
      boolean within = stop > 0 && to > stop && to < end && FinalStop.isStop(text.charAt(to));
      if (!within) {
        emit(to);
      }
    }

    /** A part of format characters only is no word: it goes with what follows. */
    private void emit(int to) {
      if (Characters.anyVisible(text, from, to)) {
        found.add(from, to);
        from = to;
      }
    }
  }
}
