package org.relunet.pipeline.cluster.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;

/**
 * What tests ask of Flink.
 *
 * @param master host:port of its REST interface
 */
record FlinkCluster(String master) {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  /** The one job that it has. */
  JsonNode job() throws IOException {
    String id = json("/jobs").path("jobs").path(0).path("id").asText();
    return json("/jobs/" + id);
  }

  JsonNode checkpoints() throws IOException {
    return json("/jobs/" + job().path("jid").asText() + "/checkpoints");
  }

  /** Resource id of the TaskManager that the job's first task runs on. */
  String taskManager() throws IOException {
    JsonNode job = job();
    String vertex = job.path("vertices").path(0).path("id").asText();
    return json("/jobs/" + job.path("jid").asText() + "/vertices/" + vertex)
        .path("subtasks")
        .path(0)
        .path("taskmanager-id")
        .asText();
  }

  static String get(String address) throws IOException {
    try (InputStream answer = URI.create("http://" + address).toURL().openStream()) {
      return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Waits until something is so. Whoever cannot be reached meanwhile is asked again. */
  static void await(String what, Callable<Boolean> condition) throws Exception {
    Instant deadline = Instant.now().plus(LIMIT);
    while (!holds(condition)) {
      if (Instant.now().isAfter(deadline)) {
        throw new AssertionError("in vain: " + what);
      }
      Thread.sleep(200);
    }
  }

  private static boolean holds(Callable<Boolean> condition) throws Exception {
    try {
      return condition.call();
    } catch (IOException e) {
      return false;
    }
  }

  private JsonNode json(String path) throws IOException {
    return new JsonMapper().readTree(get(master + path));
  }
}
