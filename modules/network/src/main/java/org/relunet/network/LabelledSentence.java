package org.relunet.network;

import java.util.List;
import org.relunet.api.text.TokenSpan;
import org.relunet.api.triple.SentenceLabels;
import org.relunet.api.triple.WordTriple;

/**
 * A sentence with its labels.
 *
 * @param index of the sentence in its data set
 * @param sentence what the network reads
 * @param labels over the sentence's words
 */
public record LabelledSentence(int index, NumericSentence sentence, SentenceLabels labels) {
  public LabelledSentence {
    for (TokenSpan span : labels.entitySpans()) {
      if (span.last() >= sentence.words()) {
        throw new IllegalArgumentException(
            "entity " + span + " of sentence " + index + " of " + sentence.words() + " words");
      }
    }
  }

  /** A sentence with no triples but these. */
  public LabelledSentence(int index, NumericSentence sentence, List<WordTriple> gold) {
    this(index, sentence, SentenceLabels.of(gold));
  }

  /** Its triples. */
  public List<WordTriple> gold() {
    return labels.triples();
  }
}
