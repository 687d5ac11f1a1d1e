package org.relunet.cli;

import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/** Raises what is logged if the user asks for it, before a command creates the first logger. */
final class LoggingFirst implements IExecutionStrategy {
  private final RelunetCommand top;
  private final Runnable raiseLogging;

  LoggingFirst(RelunetCommand top, Runnable raiseLogging) {
    this.top = top;
    this.raiseLogging = raiseLogging;
  }

  @Override
  public int execute(ParseResult parsed) {
    if (top.verbose()) {
      raiseLogging.run();
    }
    return new RunLast().execute(parsed);
  }
}
