package org.relunet.pipeline.message;

import org.relunet.pipeline.input.RecordFormat;

/** What the texts of an input topic are written in, those inside JSON too. */
public enum MessageMarkup {
  /** Nothing but the text. */
  NONE,
  /** What a browser shows of it is read. */
  HTML,
  /** What a reader sees of it is read. */
  MARKDOWN;

  RecordFormat format() {
    return switch (this) {
      case NONE -> RecordFormat.TEXT;
      case HTML -> RecordFormat.HTML;
      case MARKDOWN -> RecordFormat.MARKDOWN;
    };
  }
}
