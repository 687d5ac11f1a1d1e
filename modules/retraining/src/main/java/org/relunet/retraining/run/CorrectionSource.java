package org.relunet.retraining.run;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.relunet.retraining.correction.Correction;

/** Where corrections come from. */
public interface CorrectionSource {
  /** Of a retraining without a topic. */
  CorrectionSource NONE = from -> new Collected(List.of(), from, List.of());

  /**
   * What is there now.
   *
   * @param from next offset to read by topic and partition; a partition that is not named is read
   *     from its beginning
   */
  Collected collect(Map<String, Map<Integer, Long>> from) throws IOException;

  /**
   * Corrections that were read.
   *
   * @param corrections in the order of their making
   * @param next offset to read by topic and partition
   * @param notes what a person should know, such as records that could not be read
   */
  record Collected(
      List<Correction> corrections, Map<String, Map<Integer, Long>> next, List<String> notes) {
    public Collected {
      corrections = List.copyOf(corrections);
      notes = List.copyOf(notes);
    }
  }
}
