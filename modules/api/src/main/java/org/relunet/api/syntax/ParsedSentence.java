package org.relunet.api.syntax;

import org.relunet.api.text.Sentence;

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

  /** N. */
  public int size() {
    return sentence.size();
  }
}
