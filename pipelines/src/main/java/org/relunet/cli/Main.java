package org.relunet.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.util.List;
import org.relunet.api.untrusted.XmlAccess;
import org.relunet.cli.ending.EndSignals;
import org.relunet.cli.ending.NativeEnd;
import org.relunet.cli.ending.OrderlyEnd;
import org.relunet.cli.ending.Shutdown;
import org.relunet.cli.terminal.MessageStream;
import picocli.CommandLine;

/** The program. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    try {
      run(arguments);
    } catch (RuntimeException | Error e) {
      if (!Shutdown.begun()) {
        throw e;
      }
    }
  }

  private static void run(String[] arguments) {
    XmlAccess.close();
    FileOutputStream standardOutput = new FileOutputStream(FileDescriptor.out);
    FileOutputStream standardError = new FileOutputStream(FileDescriptor.err);
    TemporaryFiles.keepTogether();
    // lets TensorFlow's first notes be led aside (org.relunet.graph.log.FirstNotes)
    System.setProperty("relunet.standard-error.owned", "true");
    System.setErr(new MessageStream(standardError));
    // whatever a library prints must not get among the results
    System.setOut(System.err);
    OrderlyEnd end = new OrderlyEnd();
    CommandLine commands =
        new Commands(
                new FileInputStream(FileDescriptor.in),
                standardOutput,
                standardError,
                end,
                Main::raiseLogging)
            .commandLine(new ModelEngines());
    NativeEnd.prepare();
    EndSignals.handle(end, line -> commands.getErr().println("relunet: " + line));
    System.exit(end.status(commands.execute(arguments)));
  }

  /** Overrides simplelogger.properties; loggers that exist already keep their level. */
  private static void raiseLogging() {
    System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "info");
    System.setProperty("org.slf4j.simpleLogger.log.org.relunet", "debug");
    System.setProperty("org.slf4j.simpleLogger.log.org.apache.flink", "warn");
    System.setProperty("org.slf4j.simpleLogger.log.org.apache.beam", "warn");
    for (String quiet :
        List.of("clients.NetworkClient", "clients.admin", "common.network", "common.security")) {
      System.setProperty("org.slf4j.simpleLogger.log.org.apache.kafka." + quiet, "warn");
    }
  }
}
