package org.relunet.corpus.format;

import java.util.Locale;

/** How the records of a data file look. Each may stand in a JSON array or one to a line. */
public enum CorpusFormat {
  /** Recognised from the first record's keys. */
  AUTO,
  /** {@code {"text", "triple_list": [[subject, relation, object], ...]}}: WebNLG, NYT*. */
  TRIPLE_LIST,
  /** {@code {"sentText", "relationMentions": [{"em1Text", "em2Text", "label"}, ...]}}: NYT. */
  RELATION_MENTIONS,
  /** {@code {"id", "text", "triples": [...]}} with character offsets: this project's own. */
  RELUNET;

  /** The name in configurations and messages: {@code triple-list}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
