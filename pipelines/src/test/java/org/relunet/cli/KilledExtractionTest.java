package org.relunet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as a process with the usual umask, killed amid its work, and started again. */
class KilledExtractionTest {
  private static final long LONGEST_SECONDS = 180;

  @TempDir private Path directory;
  private Path temporary;
  private Path input;
  private Path output;

  @BeforeEach
  void files() throws IOException {
    temporary = Files.createDirectory(directory.resolve("tmp"));
    output = directory.resolve("results");
    input = directory.resolve("in.txt");
    Files.writeString(input, "Alan Bean was born in Wheeler, Texas.\n".repeat(40_000));
  }

  @Test
  void whatItLeavesIsItsUsersAloneAndGoesWithTheNextRun() throws Exception {
    Process killed = start("--input", input.toString(), "--input-format", "lines");
    try {
      await(killed);
    } finally {
      killed.destroyForcibly().waitFor();
    }
    assertThat(hidden(temporary)).hasSize(1);
    assertThat(hidden(output)).hasSize(1);
    assertThat(open(temporary)).isEmpty();
    assertThat(open(output)).isEmpty();

    Process next = start("--text", "Alan Bean was born in Wheeler, Texas.");
    assertThat(next.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(next.exitValue()).as(Files.readString(log())).isZero();
    assertThat(temporary).isEmptyDirectory();
    assertThat(output.toFile().list()).containsExactly("part-00000.jsonl");
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(output.resolve("part-00000.jsonl"))))
        .as("what the user asked for")
        .isEqualTo("rw-r--r--");
  }

  private Process start(String... documents) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                "/bin/sh",
                "-c",
                "umask 022; exec \"$@\"",
                "sh",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:TieredStopAtLevel=1",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "-Dai.djl.offline=true",
                "-Djava.io.tmpdir=" + temporary,
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "extract",
                "--output=" + output + "/"));
    command.addAll(List.of(documents));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(log().toFile())
        .redirectInput(new File("/dev/null"))
        .start();
  }

  private Path log() {
    return directory.resolve("log");
  }

  /** Until a worker has written results. */
  private void await(Process process) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
    while (true) {
      try (Stream<Path> all = Files.walk(output)) {
        if (all.anyMatch(path -> path.toString().endsWith(".results"))) {
          return;
        }
      } catch (IOException | java.io.UncheckedIOException e) {
        // not there yet, or changing
      }
      assertThat(process.isAlive()).as(Files.readString(log())).isTrue();
      assertThat(System.nanoTime()).isLessThan(end);
      Thread.sleep(50);
    }
  }

  private static List<Path> hidden(Path place) throws IOException {
    try (Stream<Path> all = Files.list(place)) {
      return all.filter(path -> path.getFileName().toString().matches("[.]relunet-[0-9a-f].*"))
          .toList();
    }
  }

  /** What another user can read below a place. */
  private static List<Path> open(Path place) throws IOException {
    List<Path> open = new ArrayList<>();
    try (Stream<Path> all = Files.list(place)) {
      for (Path each : all.toList()) {
        Set<PosixFilePermission> rights = Files.getPosixFilePermissions(each);
        if (rights.contains(PosixFilePermission.OTHERS_READ)
            || rights.contains(PosixFilePermission.OTHERS_EXECUTE)
            || rights.contains(PosixFilePermission.GROUP_READ)
            || rights.contains(PosixFilePermission.GROUP_EXECUTE)) {
          open.add(each);
        }
      }
    }
    return open;
  }
}
