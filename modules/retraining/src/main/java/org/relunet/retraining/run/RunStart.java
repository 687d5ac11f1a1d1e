package org.relunet.retraining.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;

/**
 * What a run began with; the content of {@code run.json}.
 *
 * @param started when
 * @param champion version that the champion's alias named; empty where there was none
 * @param offsets where reading the topic begins, by topic and partition
 * @param configuration whole, as YAML
 */
public record RunStart(
    Instant started,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) String champion,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Map<Integer, Long>> offsets,
    String configuration) {
  public RunStart {
    champion = champion == null ? "" : champion;
    offsets = offsets == null ? Map.of() : offsets;
  }
}
