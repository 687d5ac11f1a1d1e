package org.relunet.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.relunet.pipeline.cluster.FlinkJobDetails;
import org.relunet.pipeline.cluster.FlinkJobs;
import org.relunet.pipeline.kafka.GroupState;
import org.relunet.pipeline.kafka.InputTopics;
import org.relunet.pipeline.kafka.KafkaConnection;
import org.relunet.pipeline.kafka.PartitionLag;
import org.relunet.pipeline.stream.StreamJob;
import org.relunet.pipeline.stream.StreamSections;
import org.relunet.pipeline.stream.StreamSettings;
import org.relunet.runtime.assembly.ModelLoader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code relunet stream status}. */
@Command(
    name = "status",
    description = {
      "Print how a stream is: state, restarts, last failure and model of its job on a cluster, or"
          + " the processes that read for its group by themselves, and how far it is behind.",
      "",
      "The exit status is 1 unless it runs. Configuration and overrides are those of the stream.",
      ""
    })
final class StreamStatusCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private EngineOptions engine;

  @Option(
      names = "--flink-master",
      paramLabel = "HOST:PORT",
      description = "The Flink cluster that it runs on; default: a process by itself.")
  private Optional<String> flinkMaster;

  @Override
  public Integer call() throws Exception {
    StreamSettings settings =
        ModelLoader.job(engine.specification())
            .read()
            .section(StreamSections.STREAM, StreamSettings.class);
    String group = settings.kafka().group();
    KafkaConnection connection =
        KafkaConnection.of(
            settings.kafka().bootstrapServers(),
            "stream.kafka.properties",
            settings.kafka().properties());
    GroupState state = new GroupState(connection, group);
    PrintWriter out = spec.commandLine().getOut();
    out.println("group " + group);
    boolean runs =
        flinkMaster.isPresent()
            ? job(flinkMaster.get(), group, out)
            : processes(state.processes(), out);
    lag(
        state.lag(
            new InputTopics(settings.input().topics(), settings.input().topicPattern()),
            List.of(settings.output().topic(), settings.errors().deadLetterTopic())),
        out);
    return runs ? ExitStatus.DONE : ExitStatus.FAILED;
  }

  private static boolean job(String master, String group, PrintWriter out) {
    FlinkJobs jobs = new FlinkJobs(master);
    Optional<FlinkJobs.Job> last = jobs.last(StreamJob.name(group));
    if (last.isEmpty()) {
      out.println("no job on the cluster at " + master);
      return false;
    }
    FlinkJobDetails details = jobs.details(last.get().id());
    out.println("job " + last.get().id());
    out.println("state " + last.get().state());
    out.println("restarts " + details.restarts());
    details.lastFailure().ifPresent(failure -> out.println("last-failure " + failure));
    details.modelVersion().ifPresent(version -> out.println("model " + version));
    return last.get().state().equals("RUNNING");
  }

  private static boolean processes(List<String> processes, PrintWriter out) {
    processes.forEach(process -> out.println("process " + process));
    if (processes.isEmpty()) {
      out.println("no process reads for the group by itself");
    }
    return !processes.isEmpty();
  }

  private static void lag(List<PartitionLag> partitions, PrintWriter out) {
    for (PartitionLag each : partitions) {
      String committed = each.committed().isPresent() ? each.committed().getAsLong() + "" : "none";
      out.printf(
          "partition %s/%d committed %s end %d lag %d%n",
          each.topic(), each.partition(), committed, each.end(), each.messages());
    }
    out.println("lag " + partitions.stream().mapToLong(PartitionLag::messages).sum());
  }
}
