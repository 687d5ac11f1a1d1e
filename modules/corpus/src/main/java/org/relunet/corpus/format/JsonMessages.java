package org.relunet.corpus.format;

import com.fasterxml.jackson.core.JsonProcessingException;

/** What a JSON parser's error says, for a message that names the place itself. */
final class JsonMessages {
  private JsonMessages() {}

  static String reason(JsonProcessingException broken) {
    String first = broken.getOriginalMessage().lines().findFirst().orElse("unreadable");
    return "is not valid JSON: " + first;
  }

  static long line(JsonProcessingException broken) {
    return broken.getLocation() == null ? 1 : broken.getLocation().getLineNr();
  }
}
