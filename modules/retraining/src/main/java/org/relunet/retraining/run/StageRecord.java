package org.relunet.retraining.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;

/**
 * What a stage leaves beside its files: written last, so that a stage without one is done again.
 *
 * @param seconds that it took
 * @param notes for the report, a line each
 * @param offsets the next to read, by topic and partition; of {@link Stage#COLLECT}
 * @param version of the model that was made; of {@link Stage#TRAIN}
 * @param scores that were measured, by name
 * @param passed whether the candidate is to be promoted; of {@link Stage#EVALUATE}
 */
public record StageRecord(
    double seconds,
    List<String> notes,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Map<Integer, Long>> offsets,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) String version,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Double> scores,
    boolean passed) {
  public StageRecord {
    notes = notes == null ? List.of() : List.copyOf(notes);
    offsets = offsets == null ? Map.of() : offsets;
    version = version == null ? "" : version;
    scores = scores == null ? Map.of() : scores;
  }

  /** One that has notes only. */
  static StageRecord of(List<String> notes) {
    return new StageRecord(0, notes, Map.of(), "", Map.of(), false);
  }

  StageRecord withOffsets(Map<String, Map<Integer, Long>> next) {
    return new StageRecord(seconds, notes, next, version, scores, passed);
  }

  StageRecord withVersion(String made) {
    return new StageRecord(seconds, notes, offsets, made, scores, passed);
  }

  StageRecord judged(Map<String, Double> measured, boolean promote) {
    return new StageRecord(seconds, notes, offsets, version, measured, promote);
  }

  StageRecord after(double duration) {
    return new StageRecord(duration, notes, offsets, version, scores, passed);
  }
}
