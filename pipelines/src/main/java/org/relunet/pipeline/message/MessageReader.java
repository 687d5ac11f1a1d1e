package org.relunet.pipeline.message;

import java.util.Optional;
import org.relunet.api.text.Document;
import org.relunet.pipeline.markup.Markup;
import org.relunet.pipeline.markup.MarkupException;
import org.relunet.pipeline.record.BadRecordException;
import org.relunet.pipeline.record.JsonRecord;
import org.relunet.pipeline.record.StrictUtf8;

/**
 * Makes documents of messages. A document's id is its JSON's, else the message's key, else the
 * message's position.
 */
public final class MessageReader {
  private final MessageFormat format;
  private final JsonRecord json;
  private final MessageMarkup markup;

  /**
   * @param format of the values
   * @param json where a document stands in JSON
   * @param markup of the texts
   */
  public MessageReader(MessageFormat format, JsonRecord json, MessageMarkup markup) {
    this.format = format;
    this.json = json;
    this.markup = markup;
  }

  /** Never throws for what the message holds. */
  public Reading read(InputMessage message) {
    try {
      Document document = document(message);
      return new Reading.Accepted(document, Markup.read(markup.format(), document.text()));
    } catch (BadRecordException | MarkupException e) {
      return new Reading.Rejected(
          new MessageFailure(
              MessageStage.VALUE_CONVERTER, e.getClass().getName(), e.getMessage(), ""));
    }
  }

  private Document document(InputMessage message) throws BadRecordException {
    if (message.value() == null) {
      throw new BadRecordException("the value is null (a tombstone): there is nothing to read");
    }
    if (message.value().length == 0) {
      throw new BadRecordException("the value is empty: there is nothing to read");
    }
    String text = MessageText.of(message.value());
    if (text.isEmpty()) {
      throw new BadRecordException(
          "the value is a byte order mark alone: there is nothing to read");
    }
    if (isJson(text)) {
      JsonRecord.Content content = json.read(text);
      return new Document(content.id().orElseGet(() -> defaultId(message)), content.text());
    }
    return new Document(defaultId(message), text);
  }

  private boolean isJson(String text) throws BadRecordException {
    return switch (format) {
      case JSON -> true;
      case TEXT -> false;
      case AUTO -> {
        json.requireNoArray(text);
        yield MessageText.isObject(text);
      }
    };
  }

  private static String defaultId(InputMessage message) {
    return Optional.ofNullable(message.key())
        .flatMap(StrictUtf8::tryDecode)
        .filter(key -> !key.isBlank())
        .orElseGet(() -> message.position().toString());
  }
}
