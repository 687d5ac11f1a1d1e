package org.relunet.pipeline.replay;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.relunet.pipeline.message.ReadLetter;

/**
 * Which letters.
 *
 * @param reason text that the reason holds, upper and lower case alike
 * @param stage the stage at which they failed
 * @param from not those that failed before
 * @param until not those that failed then or later
 */
public record ReplayFilter(
    Optional<String> reason,
    Optional<String> stage,
    Optional<Instant> from,
    Optional<Instant> until) {
  boolean takes(ReadLetter letter) {
    Instant failed = Instant.ofEpochMilli(letter.failedAtMillis());
    return reason.map(text -> lower(letter.reason()).contains(lower(text))).orElse(true)
        && stage.map(letter.stage()::equalsIgnoreCase).orElse(true)
        && from.map(start -> !failed.isBefore(start)).orElse(true)
        && until.map(failed::isBefore).orElse(true);
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
