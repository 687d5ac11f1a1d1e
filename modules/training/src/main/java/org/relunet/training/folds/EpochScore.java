package org.relunet.training.folds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What an epoch scored on the texts that were held out, each in [0, 1].
 *
 * @param epoch from 1
 */
record EpochScore(int epoch, double precision, double recall, double f1) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Those of a training, in their order, from its metrics file. */
  static List<EpochScore> of(Path metrics) throws IOException {
    List<EpochScore> scores = new ArrayList<>();
    for (String line : Files.readAllLines(metrics)) {
      JsonNode event = JSON.readTree(line);
      JsonNode values = event.path("scores");
      if (event.path("event").asText().equals("evaluation") && values.has("f1")) {
        scores.add(
            new EpochScore(
                event.path("epoch").asInt(),
                values.path("precision").asDouble(),
                values.path("recall").asDouble(),
                values.path("f1").asDouble()));
      }
    }
    return scores;
  }
}
