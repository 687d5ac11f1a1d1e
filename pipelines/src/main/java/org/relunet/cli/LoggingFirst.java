package org.relunet.cli;

import java.io.OutputStream;
import org.relunet.cli.log.JsonLogProvider;
import org.relunet.cli.log.JsonMessages;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/** Raises what is logged if the user asks for it, before a command creates the first logger. */
final class LoggingFirst implements IExecutionStrategy {
  private final RelunetCommand top;
  private final Runnable raiseLogging;
  private final OutputStream standardError;

  LoggingFirst(RelunetCommand top, Runnable raiseLogging, OutputStream standardError) {
    this.standardError = standardError;
    this.top = top;
    this.raiseLogging = raiseLogging;
  }

  @Override
  public int execute(ParseResult parsed) {
    if (top.verbose()) {
      raiseLogging.run();
    }
    if (top.logFormat() == LogFormat.JSON) {
      logAsJson(parsed);
    }
    return new RunLast().execute(parsed);
  }

  /** The property counts for the first logger, which no command has made yet. */
  private void logAsJson(ParseResult parsed) {
    // it would say, as plain text, that it takes what was chosen
    System.setProperty("slf4j.internal.verbosity", "WARN");
    System.setProperty(LoggerFactory.PROVIDER_PROPERTY_KEY, JsonLogProvider.class.getName());
    for (CommandLine each : parsed.asCommandLineList()) {
      each.setErr(JsonMessages.writer(standardError));
    }
  }
}
