package org.relunet.pipeline.cluster.local;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import org.relunet.common.directories.PrivateFiles;
import org.relunet.common.replacement.Replacement;
import org.relunet.pipeline.cluster.ClusterException;

/**
 * Starts servers as processes that outlive this one. What each is started with stands in a file of
 * arguments of the JVM, from which it can be started again.
 */
final class ServerLauncher {
  /**
   * An interrupt from the keyboard, or the end of the terminal, is meant for this program alone.
   * What a server writes, messages and logs among it, is for its user alone.
   */
  private static final String DETACHED = "umask 077; trap '' INT HUP; exec \"$@\"";

  private final ClusterDirectory directory;

  ServerLauncher(ClusterDirectory directory) {
    this.directory = directory;
  }

  RunningServer start(Server server) throws IOException {
    writeArguments(server);
    return add(server.name(), run(server.name(), Redirect.to(log(server.name()))));
  }

  /** Starts one that was started before and has ended; it goes on with the same log. */
  RunningServer startAgain(String name) throws IOException {
    return add(name, run(name, Redirect.appendTo(log(name))));
  }

  /**
   * Runs what is over soon.
   *
   * @throws ClusterException if it fails
   */
  void runToItsEnd(Server server) throws IOException {
    writeArguments(server);
    Process process = run(server.name(), Redirect.to(log(server.name())));
    try {
      int status = process.waitFor();
      if (status != 0) {
        throw new ClusterException(
            "%s ended with status %d: see %s".formatted(server.name(), status, log(server.name())));
      }
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new ClusterException("interrupted while the cluster starts", e);
    }
  }

  private void writeArguments(Server server) throws IOException {
    Replacement.writePrivate(
        directory.arguments(server.name()), String.join("\n", server.call().lines()) + "\n");
  }

  private Process run(String name, Redirect log) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return new ProcessBuilder(
            "/bin/sh", "-c", DETACHED, name, java, "@" + directory.arguments(name))
        .directory(directory.path().toFile())
        .redirectInput(new File("/dev/null"))
        .redirectOutput(log)
        .redirectErrorStream(true)
        .start();
  }

  private RunningServer add(String name, Process process) throws IOException {
    RunningServer running = RunningServer.of(name, process.toHandle());
    directory.add(running);
    return running;
  }

  private File log(String name) throws IOException {
    Path log = directory.log(name);
    if (!Files.exists(log)) {
      PrivateFiles.newOutputStream(log).close();
    }
    return log.toFile();
  }
}
