package org.relunet.pipeline.markup;

import org.relunet.pipeline.input.RecordFormat;

/** Reads what is visible of documents. */
public final class Markup {
  private Markup() {}

  /**
   * @param format says which markup there is, if any
   * @throws MarkupException if it cannot be read in bounded time
   */
  public static VisibleText read(RecordFormat format, String document) throws MarkupException {
    ReadingTime time = ReadingTime.of(document.length());
    try {
      return switch (format) {
        case TEXT, LINES, JSONL -> VisibleText.plain(document);
        case HTML -> HtmlText.of(document, time);
        case MARKDOWN -> MarkdownText.of(document, time);
      };
    } catch (ReadingTime.Over e) {
      throw new MarkupException(e.getMessage());
    }
  }
}
