package org.relunet.pipeline.cluster;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts servers as processes that outlive this one. */
final class ServerLauncher {
  /**
   * An interrupt from the keyboard, or the end of the terminal, is meant for this program alone.
   */
  private static final String DETACHED = "trap '' INT HUP; exec \"$@\"";

  private final ClusterDirectory directory;

  ServerLauncher(ClusterDirectory directory) {
    this.directory = directory;
  }

  RunningServer start(Server server) throws IOException {
    List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", DETACHED, server.name()));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(server.javaOptions());
    command.add("-cp");
    command.add(String.join(File.pathSeparator, server.classPath()));
    command.add(server.mainClass());
    command.addAll(server.arguments());
    Process process =
        new ProcessBuilder(command)
            .directory(directory.path().toFile())
            .redirectInput(new File("/dev/null"))
            .redirectOutput(directory.log(server.name()).toFile())
            .redirectErrorStream(true)
            .start();
    RunningServer running = RunningServer.of(server.name(), process.toHandle());
    directory.add(running);
    return running;
  }
}
