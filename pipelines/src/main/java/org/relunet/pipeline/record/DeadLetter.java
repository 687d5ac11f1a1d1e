package org.relunet.pipeline.record;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Objects;
import org.relunet.pipeline.input.RecordLocation;

/**
 * A record that failed, kept so that nothing is lost.
 *
 * @param location where it stands
 * @param stage how far it came
 * @param reason what was wrong
 * @param record its bytes; none if the location is oversized
 */
public record DeadLetter(RecordLocation location, Stage stage, String reason, byte[] record)
    implements Serializable {
  @Override
  public boolean equals(Object other) {
    return other instanceof DeadLetter letter
        && location.equals(letter.location)
        && stage == letter.stage
        && reason.equals(letter.reason)
        && Arrays.equals(record, letter.record);
  }

  @Override
  public int hashCode() {
    return Objects.hash(location, stage, reason, Arrays.hashCode(record));
  }
}
