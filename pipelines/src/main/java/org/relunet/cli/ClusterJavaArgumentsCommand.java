package org.relunet.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.apache.flink.configuration.GlobalConfiguration;
import org.relunet.pipeline.cluster.ClusterClassPath;
import org.relunet.pipeline.cluster.process.FlinkRole;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code relunet cluster java-arguments}. */
@Command(
    name = "java-arguments",
    description = {
      "Print what Java is to be called with for a process of Flink that is made of this program's"
          + " jars, as lines of a file of arguments: java @FILE --configDir DIR.",
      "",
      "For containers; memory is worked out from the configuration, as Flink's scripts would.",
      ""
    })
final class ClusterJavaArgumentsCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "ROLE", description = "One of: ${COMPLETION-CANDIDATES}")
  private FlinkRole role;

  @Option(
      names = "--configuration",
      paramLabel = "DIR",
      required = true,
      description = "Directory of Flink's configuration, with its config.yaml.")
  private Path configuration;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    role.call(
            ClusterClassPath.ofThisProcess(),
            GlobalConfiguration.loadConfiguration(configuration.toString()))
        .lines()
        .forEach(out::println);
    return ExitStatus.DONE;
  }
}
