package org.relunet.runtime.assembly;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A process with the libraries on its class path, and of ours only this module's test classes. */
final class PlainProcess {
  private PlainProcess() {}

  /** The lines that {@link PlainReader} prints. */
  static List<String> read(Path export, Path sentences) throws IOException, InterruptedException {
    String classPath =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> !isOurs(Path.of(entry).getFileName().toString()))
            .collect(Collectors.joining(File.pathSeparator));
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-Dai.djl.offline=true",
                "-DRUST_FLAVOR=cpu",
                "-cp",
                classPath,
                PlainReader.class.getName(),
                export.toString(),
                sentences.toString()));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException(output);
    }
    return output.lines().filter(line -> line.startsWith("triple ")).toList();
  }

  private static boolean isOurs(String name) {
    return name.equals("classes") || name.startsWith("relunet-");
  }
}
