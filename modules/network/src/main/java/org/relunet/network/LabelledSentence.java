package org.relunet.network;

import java.util.List;
import org.relunet.api.triple.WordTriple;

/**
 * A sentence with its gold triples.
 *
 * @param index of the sentence in its data set
 * @param sentence what the network reads
 * @param gold distinct triples over the sentence's words
 */
public record LabelledSentence(int index, NumericSentence sentence, List<WordTriple> gold) {
  public LabelledSentence {
    gold = List.copyOf(gold);
    for (WordTriple triple : gold) {
      int last = Math.max(triple.subject().last(), triple.object().last());
      if (last >= sentence.words()) {
        throw new IllegalArgumentException(
            "triple " + triple + " of sentence " + index + " of " + sentence.words() + " words");
      }
    }
  }
}
