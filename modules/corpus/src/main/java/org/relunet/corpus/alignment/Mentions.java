package org.relunet.corpus.alignment;

import java.util.List;
import org.relunet.api.text.TokenSpan;

/** Where an entity stands in a text, or why that cannot be said. */
sealed interface Mentions {
  /**
   * @param spans at least one, ascending
   */
  record Found(List<TokenSpan> spans) implements Mentions {
    public Found {
      spans = List.copyOf(spans);
    }
  }

  record Missing(DropReason reason, String detail) implements Mentions {}
}
