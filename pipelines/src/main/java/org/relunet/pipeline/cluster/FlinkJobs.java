package org.relunet.pipeline.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The jobs of a Flink cluster. */
public final class FlinkJobs {
  private static final int MILLIS_BETWEEN_LOOKS = 200;

  private final FlinkRest rest;

  /**
   * @param master host:port of the cluster's REST interface
   */
  public FlinkJobs(String master) {
    this.rest = new FlinkRest(master);
  }

  /**
   * A job.
   *
   * @param id 32 hexadecimal digits
   * @param name the name that it was given
   * @param state Flink's name of its state, such as {@code RUNNING}
   * @param started when it was submitted, in milliseconds since 1970
   */
  public record Job(String id, String name, String state, long started) {
    /** Whether it still has, or wants, work. */
    public boolean isActive() {
      return !List.of("FINISHED", "CANCELED", "FAILED", "SUSPENDED").contains(state);
    }
  }

  /** All jobs that the cluster remembers. */
  public List<Job> all() {
    List<Job> jobs = new ArrayList<>();
    for (JsonNode job : rest.json("/jobs/overview").path("jobs")) {
      jobs.add(
          new Job(
              job.path("jid").asText(),
              job.path("name").asText(),
              job.path("state").asText(),
              job.path("start-time").asLong()));
    }
    return jobs;
  }

  /** The job of this name that is not over, if there is one. */
  public Optional<Job> active(String name) {
    return all().stream().filter(job -> job.name().equals(name) && job.isActive()).findFirst();
  }

  /** The job of this name that was started last, whether it is over or not, if there is one. */
  public Optional<Job> last(String name) {
    return all().stream()
        .filter(job -> job.name().equals(name))
        .max(Comparator.comparing(Job::isActive).thenComparing(Job::started));
  }

  /**
   * @throws ClusterException if there is no such job
   */
  public FlinkJobDetails details(String id) {
    return FlinkJobDetails.of(rest, id);
  }

  /** How many checkpoints a job has completed since it was submitted. */
  public long completedCheckpoints(String id) {
    return rest.json("/jobs/" + id + "/checkpoints").path("counts").path("completed").asLong();
  }

  /**
   * Stops a job after a last savepoint: what it has read is then written.
   *
   * @param directory for the savepoint; empty for the one that the cluster is configured with
   * @param limit how long to wait for it
   * @return where the savepoint is
   * @throws ClusterException if it is refused, fails or takes longer
   */
  public String stop(String id, String directory, Duration limit) {
    var body = new JsonMapper().createObjectNode().put("drain", false);
    if (!directory.isEmpty()) {
      body.put("targetDirectory", directory);
    }
    String request = rest.post("/jobs/" + id + "/stop", body).path("request-id").asText();
    Instant deadline = Instant.now().plus(limit);
    while (Instant.now().isBefore(deadline)) {
      JsonNode answer = rest.json("/jobs/" + id + "/savepoints/" + request);
      if (answer.path("status").path("id").asText().equals("COMPLETED")) {
        return savepoint(id, answer.path("operation"));
      }
      pause();
    }
    throw new ClusterException(
        "job %s has made no savepoint in %d s; it goes on".formatted(id, limit.toSeconds()));
  }

  private static String savepoint(String id, JsonNode operation) {
    if (operation.hasNonNull("location")) {
      return operation.path("location").asText();
    }
    String trace = operation.path("failure-cause").path("stack-trace").asText("unknown");
    throw new ClusterException(
        "job %s could not be stopped with a savepoint: %s"
            .formatted(id, trace.lines().findFirst().orElse("")));
  }

  /**
   * Ends a job at once, whatever it is doing. On its way it may have failed for good.
   *
   * @param limit how long to wait for its end
   * @throws ClusterException if that takes longer
   */
  public void cancel(String id, Duration limit) {
    rest.patch("/jobs/" + id + "?mode=cancel");
    Instant deadline = Instant.now().plus(limit);
    while (all().stream().anyMatch(job -> job.id().equals(id) && job.isActive())) {
      if (Instant.now().isAfter(deadline)) {
        throw new ClusterException("job %s has not ended in %d s".formatted(id, limit.toSeconds()));
      }
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(MILLIS_BETWEEN_LOOKS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ClusterException("interrupted while a job stops", e);
    }
  }
}
