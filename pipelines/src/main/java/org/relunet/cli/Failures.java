package org.relunet.cli;

import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.relunet.cli.ending.OrderlyEnd;
import org.relunet.cli.ending.Shutdown;
import org.relunet.pipeline.embedded.RootCause;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what went wrong: the message alone, or with {@code --verbose} the stack trace as well. */
final class Failures implements IExecutionExceptionHandler, IParameterExceptionHandler {
  private final RelunetCommand top;
  private final OrderlyEnd end;

  /**
   * @param end what fails during it was cut off, which is no failure
   */
  Failures(RelunetCommand top, OrderlyEnd end) {
    this.top = top;
    this.end = end;
  }

  @Override
  public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
    PrintWriter err = command.getErr();
    if (top.verbose()) {
      failure.printStackTrace(err);
    }
    if (end.leaving() || Shutdown.begun()) {
      return ExitStatus.FAILED;
    }
    err.println("relunet: error: " + message(RootCause.of(failure)));
    if (!top.verbose() && unexpected(RootCause.of(failure))) {
      err.println("relunet: with --verbose the stack trace is shown");
    }
    err.flush();
    return ExitStatus.FAILED;
  }

  @Override
  public int handleParseException(ParameterException failure, String[] arguments) {
    CommandLine command = failure.getCommandLine();
    PrintWriter err = command.getErr();
    err.println("relunet: error: " + failure.getMessage());
    UnmatchedArgumentException.printSuggestions(failure, err);
    err.println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
    err.flush();
    return ExitStatus.USAGE;
  }

  private static String message(Throwable failure) {
    if (failure instanceof OutOfMemoryError) {
      return failure.getMessage() + ": give Java more memory, e.g. RELUNET_JAVA_OPTS=-Xmx4g";
    }
    if (failure instanceof NoSuchFileException) {
      return "there is no file or directory '" + failure.getMessage() + "'";
    }
    if (failure instanceof AccessDeniedException) {
      return "'" + failure.getMessage() + "' may not be used: check its permissions";
    }
    String message = failure.getMessage();
    if (message == null || message.isBlank()) {
      return failure.getClass().getName();
    }
    boolean tellsAll = !unexpected(failure) && !(failure instanceof FileSystemException);
    return tellsAll ? message : failure.getClass().getSimpleName() + ": " + message;
  }

  /** Whether the message was hardly written for the user. */
  private static boolean unexpected(Throwable failure) {
    return failure.getMessage() == null
        || failure instanceof NullPointerException
        || failure instanceof ClassCastException
        || failure instanceof IndexOutOfBoundsException
        || failure instanceof Error;
  }
}
