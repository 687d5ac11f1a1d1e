package org.relunet.pipeline.stream;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.relunet.pipeline.kafka.KafkaConnection;
import org.relunet.pipeline.kafka.Topics;
import org.relunet.pipeline.lag.LagTarget;
import org.relunet.pipeline.message.DeadLetters;
import org.relunet.pipeline.message.MessageFormat;
import org.relunet.pipeline.message.MessageMarkup;
import org.relunet.pipeline.message.OutputUnit;
import org.relunet.pipeline.message.TopicLimits;
import org.relunet.pipeline.record.JsonPaths;

/**
 * What a job does, as its workers are told.
 *
 * @param connection to the brokers
 * @param group consumer group, and name of the job
 * @param inputTopics topics to read
 * @param start where a group without offsets begins
 * @param format of the values read
 * @param markup of the texts read
 * @param paths where a document stands in JSON
 * @param outputTopic topic of the results
 * @param unit what becomes one message of it
 * @param outputLimits what it takes
 * @param deadLetterTopic topic of the dead letters, empty where there are none
 * @param deadLetterLimits what it takes
 * @param tolerance of messages that fail
 * @param delivery what a failure may do to the output
 * @param batchDocuments most documents that are read together
 * @param batchDelayMillis longest that a document waits for others
 * @param checkpointMillis between two checkpoints
 */
record StreamPlan(
    KafkaConnection connection,
    String group,
    List<String> inputTopics,
    StartPosition start,
    MessageFormat format,
    MessageMarkup markup,
    JsonPaths paths,
    String outputTopic,
    OutputUnit unit,
    TopicLimits outputLimits,
    String deadLetterTopic,
    TopicLimits deadLetterLimits,
    ErrorTolerance tolerance,
    Delivery delivery,
    int batchDocuments,
    long batchDelayMillis,
    long checkpointMillis)
    implements Serializable {
  StreamPlan {
    inputTopics = new ArrayList<>(inputTopics);
  }

  /**
   * @param limits what the topics take, as far as the brokers tell
   */
  static StreamPlan of(
      StreamSettings settings,
      KafkaConnection connection,
      Topics topics,
      Map<String, TopicLimits> limits) {
    TopicLimits own =
        TopicLimits.ofBytes(
            Math.min(settings.output().maximumBytes(), connection.largestRequest()));
    return new StreamPlan(
        connection,
        settings.kafka().group(),
        topics.inputs(),
        settings.input().start(),
        settings.input().format(),
        settings.input().markup(),
        new JsonPaths(settings.input().textPath(), settings.input().idPath()),
        topics.output(),
        settings.output().unit(),
        limits.getOrDefault(topics.output(), own).atMost(own.bytes()),
        topics.deadLetters(),
        limits.getOrDefault(topics.deadLetters(), own).atMost(own.bytes()),
        settings.errors().tolerance(),
        settings.delivery(),
        settings.batch().documents(),
        settings.batch().delay(),
        settings.checkpointInterval());
  }

  /** Properties of a producer for both topics. */
  Map<String, Object> producer() {
    return connection.producer(
        Math.max(outputLimits.bytes(), deadLetterLimits.bytes()),
        Math.min(outputLimits.bytes(), deadLetterLimits.bytes()));
  }

  LagTarget lagTarget() {
    return new LagTarget(connection, group, inputTopics, start == StartPosition.EARLIEST);
  }

  DeadLetters deadLetters() {
    return new DeadLetters(deadLetterTopic, group, deadLetterLimits);
  }

  /** What is written where a broker refuses a message for what it is. */
  Substitutes substitutes() {
    return new Substitutes(this);
  }
}
