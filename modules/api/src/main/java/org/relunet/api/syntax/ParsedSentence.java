package org.relunet.api.syntax;

import java.util.List;
import org.relunet.api.text.Sentence;
import org.relunet.api.text.TokenSpan;

/**
 * A sentence with its dependency tree: what the network reads.
 *
 * @param sentence N tokens
 * @param tree a tree over the same N words
 */
public record ParsedSentence(Sentence sentence, DependencyTree tree) {
  public ParsedSentence {
    if (sentence.size() != tree.size()) {
      throw new IllegalArgumentException(
          "a sentence of " + sentence.size() + " words with a tree over " + tree.size());
    }
  }

  /**
   * One of several that follow each other in a document.
   *
   * @param sentences at least one, in the order of the text
   */
  public static ParsedSentence join(List<ParsedSentence> sentences) {
    return new ParsedSentence(
        Sentence.join(sentences.stream().map(ParsedSentence::sentence).toList()),
        DependencyTree.join(sentences.stream().map(ParsedSentence::tree).toList()));
  }

  /** The given words alone. */
  public ParsedSentence window(TokenSpan words) {
    return words.length() == size()
        ? this
        : new ParsedSentence(sentence.window(words), tree.window(words));
  }

  /** N. */
  public int size() {
    return sentence.size();
  }
}
