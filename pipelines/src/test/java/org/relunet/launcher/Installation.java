package org.relunet.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/** The launcher in a directory of its own, with what these tests run on as what was built. */
final class Installation {
  private static final Path LAUNCHER = Path.of("..", "relunet");

  private final Path root;

  /**
   * @param root an empty directory
   */
  Installation(Path root) throws IOException {
    this.root = root.toRealPath();
    Files.copy(LAUNCHER, launcher());
    Files.setPosixFilePermissions(launcher(), PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.createDirectories(target());
    List<String> classPath = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      Path path = Path.of(entry);
      // a class path with directories could not be archived
      classPath.add((Files.isDirectory(path) ? jar(path, classPath.size()) : path).toString());
    }
    Files.writeString(target().resolve("class-path"), String.join(":", classPath));
    jar(Files.createDirectories(root.resolve("none")), "relunet-pipelines-0.jar");
    Files.writeString(target().resolve("relunet.built"), this.root + "\n");
  }

  Path root() {
    return root;
  }

  Path target() {
    return root.resolve("pipelines/target");
  }

  private Path launcher() {
    return root.resolve("relunet");
  }

  /** What came of running the launcher. */
  record Outcome(int status, String out, String err) {}

  Outcome run(Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(launcher().toString()));
    command.addAll(List.of(arguments));
    Path out = root.resolve("out");
    Path err = root.resolve("err");
    ProcessBuilder process =
        new ProcessBuilder(command)
            .directory(root.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    process.environment().keySet().removeIf(name -> name.startsWith("RELUNET_"));
    process.environment().put("RELUNET_BUILD", "no");
    process.environment().putAll(environment);
    int status = process.start().waitFor();
    return new Outcome(status, Files.readString(out, UTF_8), Files.readString(err, UTF_8));
  }

  private Path jar(Path directory, int number) throws IOException {
    return jar(directory, "directory-" + number + ".jar");
  }

  private Path jar(Path directory, String name) throws IOException {
    Path jar = target().resolve(name);
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
        Stream<Path> files = Files.walk(directory)) {
      out.setLevel(1);
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        out.putNextEntry(new JarEntry(directory.relativize(file).toString()));
        Files.copy(file, out);
        out.closeEntry();
      }
    }
    return jar;
  }
}
