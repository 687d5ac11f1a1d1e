package org.relunet.training.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The metrics of a training.
 *
 * @param lines of the file
 */
record Metrics(List<JsonNode> lines) {
  static Metrics of(Path output) throws IOException {
    List<JsonNode> lines = new ArrayList<>();
    for (String line : Files.readAllLines(output.resolve("metrics.jsonl"))) {
      lines.add(new ObjectMapper().readTree(line));
    }
    return new Metrics(lines);
  }

  private List<JsonNode> events(String name) {
    return lines.stream().filter(line -> line.path("event").asText().equals(name)).toList();
  }

  List<Integer> steps() {
    return events("step").stream().map(line -> line.path("step").asInt()).toList();
  }

  List<Double> losses() {
    return events("step").stream().map(line -> line.path("loss").asDouble()).toList();
  }

  /** A detail of every step that has it. */
  List<Double> details(String name) {
    return events("step").stream()
        .filter(line -> line.path("details").has(name))
        .map(line -> line.path("details").path(name).asDouble())
        .toList();
  }

  List<Integer> evaluatedEpochs() {
    return events("evaluation").stream().map(line -> line.path("epoch").asInt()).toList();
  }

  /** F1 of every epoch. */
  List<Double> scores() {
    return scores("f1");
  }

  /** A score of every epoch that has it. */
  List<Double> scores(String name) {
    return events("evaluation").stream()
        .filter(line -> line.path("scores").has(name))
        .map(line -> line.path("scores").path(name).asDouble())
        .toList();
  }

  String reason() {
    List<JsonNode> finished = events("finish");
    return finished.get(finished.size() - 1).path("reason").asText();
  }
}
