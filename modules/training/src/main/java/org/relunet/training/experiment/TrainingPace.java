package org.relunet.training.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How long a training took, from its metrics file.
 *
 * @param seconds between its events; the time before a start, the first or a resumed one, is left
 *     out
 * @param sentencesPerSecond the median over the steps; 0 without any
 */
record TrainingPace(double seconds, double sentencesPerSecond) {
  private static final ObjectMapper JSON = new ObjectMapper();

  static TrainingPace of(Path metrics) throws IOException {
    double seconds = 0;
    List<Double> rates = new ArrayList<>();
    JsonNode before = null;
    for (String line : Files.readAllLines(metrics)) {
      JsonNode event = JSON.readTree(line);
      String kind = event.path("event").asText();
      if (before != null && !"start".equals(kind)) {
        double gap = Duration.between(time(before), time(event)).toNanos() / 1e9;
        seconds += gap;
        // the gap before an epoch's first step holds other things
        if ("step".equals(kind) && "step".equals(before.path("event").asText()) && gap > 0) {
          rates.add(event.path("sentences").asInt() / gap);
        }
      }
      before = event;
    }
    Collections.sort(rates);
    return new TrainingPace(seconds, rates.isEmpty() ? 0 : rates.get(rates.size() / 2));
  }

  private static Instant time(JsonNode event) {
    return Instant.parse(event.path("time").asText());
  }
}
