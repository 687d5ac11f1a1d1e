package org.relunet.corpus.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.relunet.common.messages.ParserMessage;

/** What a JSON parser's error says, for a message that names the place itself. */
final class JsonMessages {
  private JsonMessages() {}

  static String reason(JsonProcessingException broken) {
    return "is not valid JSON: " + ParserMessage.plain(broken.getOriginalMessage());
  }

  static long line(JsonProcessingException broken) {
    return broken.getLocation() == null ? 1 : broken.getLocation().getLineNr();
  }
}
