package org.relunet.network;

import java.util.List;
import org.relunet.api.plugin.PieceSequence;
import org.relunet.api.syntax.DependencyTree;
import org.relunet.api.syntax.ParsedSentence;

/**
 * A sentence as the network reads it: N words in L pieces, and a tree.
 *
 * @param pieces the words' pieces
 * @param tree over the same words
 * @param forms of the same words
 */
public record NumericSentence(PieceSequence pieces, DependencyTree tree, List<WordForm> forms) {
  public NumericSentence {
    forms = List.copyOf(forms);
    if (pieces.wordCount() != tree.size()) {
      throw new IllegalArgumentException(
          "pieces of " + pieces.wordCount() + " words with a tree over " + tree.size());
    }
    if (forms.size() != tree.size()) {
      throw new IllegalArgumentException(
          "forms of " + forms.size() + " words with a tree over " + tree.size());
    }
  }

  /**
   * @param pieces of all words of the sentence
   */
  public static NumericSentence of(ParsedSentence parsed, PieceSequence pieces) {
    return new NumericSentence(
        pieces, parsed.tree(), parsed.sentence().words().stream().map(WordForm::of).toList());
  }

  /** N. */
  public int words() {
    return tree.size();
  }

  /** L. */
  public int length() {
    return pieces.length();
  }

  /** N of a batch: the most words of any. */
  static int mostWords(List<NumericSentence> batch) {
    return batch.stream().mapToInt(NumericSentence::words).max().orElse(1);
  }

  /** L of a batch: the most pieces of any. */
  static int mostPieces(List<NumericSentence> batch) {
    return batch.stream().mapToInt(NumericSentence::length).max().orElse(1);
  }
}
