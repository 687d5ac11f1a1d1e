package org.relunet.cli;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.relunet.cli.ending.OrderlyEnd;
import org.relunet.config.Configuration;
import org.relunet.pipeline.health.HealthAddress;
import org.relunet.pipeline.job.FlinkSettings;
import org.relunet.pipeline.stream.StopSignal;
import org.relunet.pipeline.stream.StreamJob;
import org.relunet.pipeline.stream.StreamRequest;
import org.relunet.pipeline.stream.StreamSections;
import org.relunet.pipeline.stream.StreamSettings;
import org.relunet.runtime.assembly.ModelLoader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code relunet stream}. */
@Command(
    name = "stream",
    subcommands = {StreamReplayCommand.class, StreamStopCommand.class, StreamStatusCommand.class},
    description = {
      "Extract triples from topics of Kafka, until it is stopped.",
      "",
      "The section 'stream' of the configuration names brokers and topics; see configs/stream.yaml.",
      "Inside this process, a signal to end (Ctrl-C) stops it after what was read is written. On a"
          + " cluster it is submitted, and 'relunet stream stop' ends it.",
      ""
    })
final class StreamCommand implements Callable<Integer> {
  private static final long LONGEST_MILLIS = 40_000;

  private final OrderlyEnd end;

  @Spec private CommandSpec spec;

  @Mixin private EngineOptions engine;

  @Option(
      names = "--flink-master",
      paramLabel = "HOST:PORT",
      description = {
        "Run on this Flink cluster; default: inside this process. Its workers must see model and"
            + " configuration under the same paths as this program."
      })
  private Optional<String> flinkMaster;

  @Option(
      names = "--parallelism",
      paramLabel = "N",
      description = {
        "Workers; default: the processors of this machine, at most 4; on a cluster, its free slots."
      })
  private Optional<Integer> parallelism;

  @Option(
      names = "--savepoint",
      paramLabel = "PATH",
      description = "On a cluster: a savepoint, or a checkpoint that was kept, to go on from.")
  private Optional<String> savepoint;

  @Option(
      names = "--metrics-port",
      paramLabel = "PORT",
      description = {
        "Inside this process: offer /metrics to Prometheus at this port, and whether the job lives"
            + " and works as /live and /ready."
      })
  private Optional<Integer> metricsPort;

  @Option(
      names = "--metrics-address",
      paramLabel = "ADDRESS",
      defaultValue = HealthAddress.LOOPBACK,
      description = {
        "The interface of --metrics-port; default: ${DEFAULT-VALUE}, which this machine alone"
            + " reaches. Whoever reaches it reads the metrics: nobody is asked for a password."
      })
  private String metricsAddress;

  @Option(
      names = "--create-topics",
      paramLabel = "N",
      description = "Make the topics that are missing, with so many partitions.")
  private Optional<Integer> partitions;

  @Option(
      names = "--dry-run",
      description = {
        "Check configuration, brokers, topics, rules of access, cluster and model, print what would"
            + " run, and end."
      })
  private boolean dryRun;

  StreamCommand(OrderlyEnd end) {
    this.end = end;
  }

  @Override
  @SuppressWarnings("try") // the step is there, not used
  public Integer call() throws Exception {
    Configuration configuration = ModelLoader.job(engine.specification()).read();
    StreamSettings settings = configuration.section(StreamSections.STREAM, StreamSettings.class);
    if (dryRun) {
      return check(settings);
    }
    StopSignal signal = new StopSignal();
    try (OrderlyEnd.Step stop =
        end.first(
            "what was read is written first; another signal ends the process at once",
            () -> stop(signal))) {
      Optional<String> job =
          StreamJob.run(
              request(settings),
              engine.live(settings.modelCheckInterval()),
              signal,
              message -> spec.commandLine().getErr().println("relunet: " + message));
      job.ifPresent(id -> spec.commandLine().getOut().println("job " + id));
    }
    return ExitStatus.DONE;
  }

  private Integer check(StreamSettings settings) {
    if (partitions.isPresent()) {
      throw new ParameterException(
          spec.commandLine(), "--dry-run makes no topics: leave --create-topics out");
    }
    StreamJob.check(
        request(settings),
        engine.live(settings.modelCheckInterval()),
        spec.commandLine().getOut()::println);
    return ExitStatus.DONE;
  }

  private static void stop(StopSignal signal) {
    try {
      if (!signal.stop(LONGEST_MILLIS)) {
        throw new IllegalStateException(
            "the job goes on after %d s; what it has not written is read again by the next of the group"
                .formatted(LONGEST_MILLIS / 1000));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private StreamRequest request(StreamSettings settings) {
    try {
      return new StreamRequest(
          settings,
          new FlinkSettings(flinkMaster, parallelism),
          savepoint,
          metricsPort.map(port -> new HealthAddress(metricsAddress, port)),
          partitions.map(OptionalInt::of).orElseGet(OptionalInt::empty));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }
}
