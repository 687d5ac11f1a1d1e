package org.relunet.pipeline.stream;

import java.nio.file.Path;
import java.util.List;
import org.relunet.api.setting.Setting;
import org.relunet.pipeline.message.MessageFormat;
import org.relunet.pipeline.message.MessageMarkup;
import org.relunet.pipeline.message.OutputUnit;
import org.relunet.pipeline.record.JsonPaths;

/** Extraction from topics of Kafka. */
public record StreamSettings(
    @Setting(help = "the brokers") Kafka kafka,
    @Setting(help = "what is read") Input input,
    @Setting(help = "what is written") Output output,
    @Setting(
            help =
                "at-least-once: nothing is lost, after a failure some messages come again with the"
                    + " same keys; exactly-once: in transactions, for consumers that read what is"
                    + " committed",
            defaultValue = "at-least-once")
        Delivery delivery,
    @Setting(help = "how documents are gathered for the network") Batch batch,
    @Setting(help = "messages that fail") Errors errors,
    @Setting(
            help = "how often the state is kept; after a failure work since then is done again",
            unit = "milliseconds",
            defaultValue = "10000",
            minimum = 100)
        long checkpointInterval,
    @Setting(
            help = "how often to look whether the model's location names another version",
            unit = "milliseconds",
            defaultValue = "5000",
            minimum = 100)
        long modelCheckInterval) {

  /** The brokers. */
  public record Kafka(
      @Setting(
              help = "host:port of a broker, several separated by commas",
              defaultValue = "localhost:9092")
          String bootstrapServers,
      @Setting(
              help =
                  "file of further client properties (TLS, SASL, ...); consumer., producer. and"
                      + " admin. before a name make it hold for one kind; ${env:NAME} and"
                      + " ${file:path:key} take secrets from elsewhere")
          Path properties,
      @Setting(
              help = "consumer group; names the job, and its committed offsets tell what is done",
              defaultValue = "relunet")
          String group,
      @Setting(
              help = "how long to try to reach a broker at the start",
              unit = "seconds",
              defaultValue = "60",
              minimum = 0)
          int connectTimeout) {}

  /** What is read. */
  public record Input(
      @Setting(help = "topics to read") List<String> topics,
      @Setting(
              help =
                  "auto: JSON where a value begins with a brace, else text (a JSON array is a dead"
                      + " letter); json: {\"id\": ..., \"text\": ...}; text: the value is the"
                      + " document, the key its id",
              defaultValue = "auto")
          MessageFormat format,
      @Setting(
              help =
                  "what texts are written in, those inside JSON too: none; html; markdown. Offsets"
                      + " are those of the text as it came",
              defaultValue = "none")
          MessageMarkup markup,
      @Setting(
              help = "where to begin if the group has no committed offset",
              defaultValue = "earliest")
          StartPosition start,
      @Setting(
              help = "JSON Pointer (RFC 6901) of the text in values that are JSON: /payload/body",
              defaultValue = JsonPaths.TEXT)
          String textPath,
      @Setting(
              help = "JSON Pointer of the document's id in values that are JSON",
              defaultValue = JsonPaths.ID)
          String idPath,
      @Setting(
              help =
                  "regular expression: topics whose whole name matches at the start are read too")
          String topicPattern) {}

  /** What is written. */
  public record Output(
      @Setting(help = "topic for results") String topic,
      @Setting(
              help =
                  "a message for each triple, for each document, or for each fact, which are the"
                      + " triples of a document that say the same",
              defaultValue = "triple")
          OutputUnit unit,
      @Setting(
              help =
                  "largest message; a result that is larger makes its document a dead letter, and a"
                      + " dead letter that is larger goes without its value",
              unit = "bytes",
              defaultValue = "1000000",
              minimum = 10000)
          int maximumBytes) {}

  /** How documents are gathered for the network. */
  public record Batch(
      @Setting(
              help = "most documents that are read together",
              unit = "documents",
              defaultValue = "64",
              minimum = 1)
          int documents,
      @Setting(
              help = "longest that a document waits for others",
              unit = "milliseconds",
              defaultValue = "50",
              minimum = 1)
          long delay) {}

  /** Messages that fail. */
  public record Errors(
      @Setting(
              help = "all: they become dead letters; none: the first one ends the job",
              defaultValue = "all")
          ErrorTolerance tolerance,
      @Setting(help = "topic for dead letters; needed where tolerance is all")
          String deadLetterTopic) {}
}
