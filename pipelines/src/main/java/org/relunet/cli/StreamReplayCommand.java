package org.relunet.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.relunet.common.messages.Visible;
import org.relunet.pipeline.kafka.InputTopics;
import org.relunet.pipeline.kafka.KafkaConnection;
import org.relunet.pipeline.message.MessageStage;
import org.relunet.pipeline.message.ReadLetter;
import org.relunet.pipeline.replay.Replay;
import org.relunet.pipeline.replay.ReplayFilter;
import org.relunet.pipeline.replay.ReplayRequest;
import org.relunet.pipeline.replay.ReplaySummary;
import org.relunet.pipeline.stream.StreamSections;
import org.relunet.pipeline.stream.StreamSettings;
import org.relunet.runtime.assembly.ModelLoader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code relunet stream replay}. */
@Command(
    name = "replay",
    description = {
      "Send dead letters back to the topics that they came from, as the messages came, each once.",
      "",
      "The section 'stream' of the configuration names brokers, topics and group. A letter that was"
          + " replayed is not replayed again, whatever the filters; letters that come while this"
          + " runs are left for the next time. Standard output has a line for each.",
      ""
    })
final class StreamReplayCommand implements Callable<Integer> {
  private static final int SHOWN_CHARACTERS = 200;

  @Spec private CommandSpec spec;

  @Mixin private EngineOptions engine;

  @Option(
      names = "--to",
      paramLabel = "TOPIC",
      description = "Send all to this topic; default: the one that each message came from.")
  private Optional<String> target;

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      description = "Only letters whose reason has this text in it.")
  private Optional<String> reason;

  @Option(
      names = "--stage",
      paramLabel = "STAGE",
      description = "Only letters of this stage: ${COMPLETION-CANDIDATES}.")
  private Optional<MessageStage> stage;

  @Option(
      names = "--from",
      paramLabel = "TIME",
      description = "Only letters that failed at this time or later, as 2026-11-30T20:00:00Z.")
  private Optional<Instant> from;

  @Option(
      names = "--until",
      paramLabel = "TIME",
      description = "Only letters that failed before this time.")
  private Optional<Instant> until;

  @Option(names = "--again", description = "Also letters that were replayed before.")
  private boolean again;

  @Option(names = "--dry-run", description = "Show what would go back, and send nothing.")
  private boolean dryRun;

  @Override
  public Integer call() {
    StreamSettings settings =
        ModelLoader.job(engine.specification())
            .read()
            .section(StreamSections.STREAM, StreamSettings.class);
    ReplaySummary summary = Replay.run(request(settings), this::show);
    PrintWriter err = spec.commandLine().getErr();
    err.println(
        "relunet: %d letters %s; %d excluded by the filters, %d of other jobs or topics"
            .formatted(
                summary.replayed(),
                dryRun ? "would go back" : "went back",
                summary.excluded(),
                summary.foreign()));
    if (summary.lost() > 0) {
      err.println(
          "relunet: %d letters are cut, and the messages that they were made of are gone"
              .formatted(summary.lost()));
      return ExitStatus.DEAD_LETTERS;
    }
    return ExitStatus.DONE;
  }

  private ReplayRequest request(StreamSettings settings) {
    try {
      return new ReplayRequest(
          KafkaConnection.of(
              settings.kafka().bootstrapServers(),
              "stream.kafka.properties",
              settings.kafka().properties()),
          settings.errors().deadLetterTopic(),
          settings.kafka().group(),
          inputs(settings),
          target,
          new ReplayFilter(reason, stage.map(Enum::name), from, until),
          again,
          dryRun);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  private static InputTopics inputs(StreamSettings settings) {
    return new InputTopics(settings.input().topics(), settings.input().topicPattern());
  }

  /** What strangers wrote must not steer a terminal. */
  private void show(ReadLetter letter) {
    String line = letter.source() + " " + letter.stage() + " " + letter.reason();
    String plain = Visible.line(line);
    spec.commandLine()
        .getOut()
        .println(plain.length() > SHOWN_CHARACTERS ? plain.substring(0, SHOWN_CHARACTERS) : plain);
  }
}
