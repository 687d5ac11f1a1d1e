package org.relunet.parser.conllu;

import static java.util.Objects.requireNonNull;

/**
 * A syntactic word of a CoNLL-U sentence: the columns that this project reads.
 *
 * @param form the word; not empty
 * @param tag universal part of speech (column UPOS), {@code _} where the file has none
 * @param head index of the head from 0, {@link org.relunet.api.syntax.DependencyTree#ROOT} for the
 *     root
 * @param relation dependency relation to the head, with its subtype ({@code nsubj:pass})
 */
public record ConlluWord(String form, String tag, int head, String relation) {
  public ConlluWord {
    requireNonNull(tag, "tag");
    requireNonNull(relation, "relation");
    if (form.isEmpty()) {
      throw new IllegalArgumentException("a word needs at least one character");
    }
  }
}
