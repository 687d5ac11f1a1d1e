package org.relunet.evaluation.threshold;

import java.util.List;
import org.relunet.corpus.TextTriple;

/**
 * A text with its gold triples and with predictions that carry their confidence.
 *
 * @param gold all triples of the annotation
 * @param predicted everything that was predicted, however unsure
 */
public record ConfidentText(List<TextTriple> gold, List<ConfidentTriple> predicted) {
  public ConfidentText {
    gold = List.copyOf(gold);
    predicted = List.copyOf(predicted);
  }
}
