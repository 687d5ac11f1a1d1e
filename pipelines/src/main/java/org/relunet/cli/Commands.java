package org.relunet.cli;

import java.io.InputStream;
import java.io.OutputStream;
import org.relunet.cli.ending.OrderlyEnd;
import org.relunet.cli.terminal.MessageWriter;
import org.relunet.pipeline.engine.EngineSelector;
import picocli.CommandLine;

/** Puts the command line together. */
final class Commands {
  private final InputStream standardInput;
  private final OutputStream standardOutput;
  private final OutputStream standardError;
  private final OrderlyEnd end;
  private final Runnable raiseLogging;

  /**
   * @param standardOutput gets results and help, nothing else
   * @param standardError gets messages
   * @param end of the process, if it is told to
   * @param raiseLogging called before the command if the user asks for more messages
   */
  Commands(
      InputStream standardInput,
      OutputStream standardOutput,
      OutputStream standardError,
      OrderlyEnd end,
      Runnable raiseLogging) {
    this.standardInput = standardInput;
    this.standardOutput = standardOutput;
    this.standardError = standardError;
    this.end = end;
    this.raiseLogging = raiseLogging;
  }

  /** All commands. A new one is added here, as a class of its own. */
  CommandLine commandLine(EngineSelector engines) {
    RelunetCommand top = new RelunetCommand();
    CommandLine commands =
        new CommandLine(top)
            .addSubcommand(new ExtractCommand(engines, standardInput, standardOutput))
            .addSubcommand(new StreamCommand(end))
            .addSubcommand(new TrainCommand(end))
            .addSubcommand(new RetrainCommand(end))
            .addSubcommand(new CorrectCommand())
            .addSubcommand(new ReproduceCommand(end))
            .addSubcommand(new ExperimentCommand(end))
            .addSubcommand(new EvaluateCommand())
            .addSubcommand(new DataCommand())
            .addSubcommand(new ModelCommand())
            .addSubcommand(new BenchmarkCommand())
            .addSubcommand(new ExportCommand())
            .addSubcommand(new ClusterCommand())
            .addSubcommand(new TrainParserCommand());
    Failures failures = new Failures(top, end);
    return commands
        .setCaseInsensitiveEnumValuesAllowed(true)
        // a misspelt option is not a file to read
        .setUnmatchedOptionsAllowedAsOptionParameters(false)
        // the colours of help are escapes like any other
        .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
        .setOut(new MessageWriter(standardOutput))
        .setErr(new MessageWriter(standardError))
        .setParameterExceptionHandler(failures)
        .setExecutionExceptionHandler(failures)
        .setExecutionStrategy(new LoggingFirst(top, raiseLogging, standardError));
  }
}
