package org.relunet.pipeline.stream;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.relunet.pipeline.cluster.ClusterException;
import org.relunet.pipeline.cluster.ClusterOverview;
import org.relunet.pipeline.cluster.FlinkJobs;
import org.relunet.pipeline.cluster.SavepointPath;
import org.relunet.pipeline.job.Workers;
import org.relunet.pipeline.kafka.InputTopics;
import org.relunet.pipeline.kafka.KafkaConnection;
import org.relunet.pipeline.kafka.LimitsComparison;
import org.relunet.pipeline.kafka.TopicCheck;
import org.relunet.pipeline.kafka.Topics;
import org.relunet.pipeline.message.TopicLimits;

/** What is looked at before a stream starts. */
final class StreamPreparation {
  private static final int LOOKS = 20;
  private static final int MILLIS_BETWEEN_LOOKS = 250;

  private StreamPreparation() {}

  /**
   * Looks at settings, brokers, topics and what the rules of access allow.
   *
   * @param told gets warnings
   * @throws IllegalArgumentException if the settings do not go together
   * @throws org.relunet.pipeline.kafka.KafkaProblem if Kafka has not what the job needs
   */
  static StreamPlan plan(
      StreamSettings settings, OptionalInt createdPartitions, Consumer<String> told) {
    StreamRules.require(settings);
    KafkaConnection connection =
        KafkaConnection.of(
            settings.kafka().bootstrapServers(),
            "stream.kafka.properties",
            settings.kafka().properties());
    TopicCheck check =
        new TopicCheck(
            connection, Duration.ofSeconds(settings.kafka().connectTimeout()), createdPartitions);
    String output = settings.output().topic();
    String deadLetters = settings.errors().deadLetterTopic();
    List<String> inputs = check.inputs(inputs(settings), List.of(output, deadLetters));
    Topics topics = new Topics(inputs, output, deadLetters);
    Map<String, TopicLimits> limits = check.require(topics);
    check.requireAccess(settings.kafka().group(), settings.delivery() == Delivery.EXACTLY_ONCE);
    LimitsComparison.warnings(
            topics, limits, settings.output().maximumBytes(), connection.largestRequest())
        .forEach(warning -> told.accept("warning: " + warning));
    return StreamPlan.of(settings, connection, topics, limits);
  }

  private static InputTopics inputs(StreamSettings settings) {
    return new InputTopics(settings.input().topics(), settings.input().topicPattern());
  }

  /**
   * Looks whether a cluster can take the job.
   *
   * @return how many workers it gets
   * @throws ClusterException if it can't
   */
  static int workersOn(String master, StreamRequest request, String group) {
    ClusterOverview cluster = ClusterOverview.of(master);
    cluster.requireSameFlink();
    new FlinkJobs(master)
        .active(StreamJob.name(group))
        .ifPresent(
            job -> {
              throw new ClusterException(
                  "group '%s' has a job on the cluster at %s already, %s: stop it first, with relunet stream stop"
                      .formatted(group, master, job.id()));
            });
    int workers = request.flink().parallelism().orElseGet(() -> Workers.on(cluster));
    Workers.requireFree(workers, withFreeSlots(cluster, workers));
    request.savepoint().ifPresent(SavepointPath::require);
    return workers;
  }

  /** A job that was stopped a moment ago may still have its slots. */
  private static ClusterOverview withFreeSlots(ClusterOverview cluster, int workers) {
    ClusterOverview now = cluster;
    for (int look = 0; look < LOOKS && now.slots() > 0 && now.freeSlots() < workers; look++) {
      try {
        Thread.sleep(MILLIS_BETWEEN_LOOKS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new ClusterException("interrupted while waiting for free slots", e);
      }
      now = ClusterOverview.of(cluster.master());
    }
    return now;
  }

  /** What would run, a line each. */
  static List<String> describe(StreamPlan plan, String modelVersion, int workers, String where) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "reads " + String.join(", ", plan.inputTopics()) + " as group '" + plan.group() + "'");
    lines.add(
        "  from its committed offsets, else from the %s message; values are %s"
            .formatted(
                plan.start() == StartPosition.EARLIEST ? "oldest" : "next",
                plan.format().name().toLowerCase(Locale.ROOT)));
    lines.add(
        "writes to '%s', messages of %d bytes at most, %s"
            .formatted(plan.outputTopic(), plan.outputLimits().bytes(), plan.delivery().label()));
    lines.add(
        plan.tolerance() == ErrorTolerance.NONE
            ? "ends with the first message that fails"
            : "dead letters go to '%s', %d bytes at most"
                .formatted(plan.deadLetterTopic(), plan.deadLetterLimits().bytes()));
    lines.add("model %s, %d workers %s".formatted(modelVersion, workers, where));
    return lines;
  }
}
