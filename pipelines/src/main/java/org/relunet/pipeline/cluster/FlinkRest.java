package org.relunet.pipeline.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Asks the REST interface of a Flink cluster.
 *
 * @param master host:port
 */
record FlinkRest(String master) {
  private static final Duration TIMEOUT = Duration.ofSeconds(5);
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().connectTimeout(TIMEOUT).version(HttpClient.Version.HTTP_1_1).build();

  /**
   * @throws ClusterException if nothing answers
   */
  String get(String path) {
    return send(request(path).GET().build()).body();
  }

  /**
   * @throws ClusterException if nothing answers with JSON, or the answer is a refusal
   */
  JsonNode json(String path) {
    return json(request(path).GET().build());
  }

  /** As {@link #json(String)}, after sending an object. */
  JsonNode post(String path, JsonNode object) {
    return json(
        request(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(object.toString()))
            .build());
  }

  /** Changes something; there is no answer but that it is accepted. */
  void patch(String path) {
    json(request(path).method("PATCH", HttpRequest.BodyPublishers.noBody()).build());
  }

  /** As a part of a path, or a value of a query. */
  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://" + master + path)).timeout(TIMEOUT);
  }

  private JsonNode json(HttpRequest request) {
    HttpResponse<String> response = send(request);
    try {
      JsonNode answer = new JsonMapper().readTree(response.body());
      if (response.statusCode() < 300) {
        return answer;
      }
      String reason = answer.path("errors").path(0).asText(response.body());
      throw new ClusterException(
          "the Flink cluster at %s refuses: %s"
              .formatted(master, reason.lines().findFirst().orElse("")));
    } catch (IOException e) {
      throw new ClusterException(
          "what answers at "
              + master
              + " is not the REST interface of a Flink cluster: name its host and port",
          e);
    }
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new ClusterException(
          "no Flink cluster can be reached at "
              + master
              + (e.getMessage() == null ? "" : " (" + e.getMessage() + ")")
              + ": name host and port of its REST interface",
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ClusterException("interrupted while asking the Flink cluster at " + master, e);
    }
  }
}
