package org.relunet.pipeline.stream;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.relunet.pipeline.kafka.KafkaConnection;
import org.relunet.pipeline.kafka.Topics;
import org.relunet.pipeline.message.MessageFormat;
import org.relunet.pipeline.message.OutputUnit;

/**
 * What a job does, as its workers are told.
 *
 * @param connection to the brokers
 * @param group consumer group, and name of the job
 * @param inputTopics topics to read
 * @param start where a group without offsets begins
 * @param format of the values read
 * @param outputTopic topic of the results
 * @param unit what becomes one message of it
 * @param outputBytes most bytes of one
 * @param deadLetterTopic topic of the dead letters, empty where there are none
 * @param deadLetterBytes most bytes of one
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
    String outputTopic,
    OutputUnit unit,
    long outputBytes,
    String deadLetterTopic,
    long deadLetterBytes,
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
   * @param limits most bytes of a message by topic, as far as the brokers tell
   */
  static StreamPlan of(
      StreamSettings settings,
      KafkaConnection connection,
      Topics topics,
      Map<String, Long> limits) {
    long own = settings.output().maximumBytes();
    return new StreamPlan(
        connection,
        settings.kafka().group(),
        topics.inputs(),
        settings.input().start(),
        settings.input().format(),
        topics.output(),
        settings.output().unit(),
        Math.min(own, limits.getOrDefault(topics.output(), own)),
        topics.deadLetters(),
        Math.min(own, limits.getOrDefault(topics.deadLetters(), own)),
        settings.errors().tolerance(),
        settings.delivery(),
        settings.batch().documents(),
        settings.batch().delay(),
        settings.checkpointInterval());
  }

  /** Most bytes of a message that is written. */
  long largestMessage() {
    return Math.max(outputBytes, deadLetterBytes);
  }
}
