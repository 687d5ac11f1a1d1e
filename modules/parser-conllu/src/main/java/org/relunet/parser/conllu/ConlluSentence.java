package org.relunet.parser.conllu;

import java.util.List;
import org.relunet.api.syntax.DependencyTree;

/**
 * A sentence of a CoNLL-U file.
 *
 * @param line the line of its first word, from 1
 * @param words its N syntactic words
 * @param multiwords its multiword tokens, in order, without overlap
 */
public record ConlluSentence(int line, List<ConlluWord> words, List<SurfaceToken> multiwords) {
  public ConlluSentence {
    words = List.copyOf(words);
    multiwords = List.copyOf(multiwords);
  }

  /** N. */
  public int size() {
    return words.size();
  }

  /** The syntactic words' forms. */
  public List<String> forms() {
    return words.stream().map(ConlluWord::form).toList();
  }

  /** The syntactic words' universal parts of speech. */
  public List<String> tags() {
    return words.stream().map(ConlluWord::tag).toList();
  }

  /**
   * The tree over the syntactic words.
   *
   * @throws IllegalArgumentException if the heads make no tree
   */
  public DependencyTree tree() {
    return new DependencyTree(
        words.stream().mapToInt(ConlluWord::head).toArray(),
        words.stream().map(ConlluWord::relation).toList());
  }
}
