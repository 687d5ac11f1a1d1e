package org.relunet.model.store.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.relunet.model.store.ExamplePackage;
import org.relunet.model.store.ModelPackage;
import org.relunet.model.store.ModelPackageWriter;

/** Several processes, and one with a full disk, at one registry. */
class RegistryProcessesTest {
  private static final int ATTEMPTS = 60;

  @TempDir Path directory;
  private final List<Process> processes = new ArrayList<>();

  private String registry() {
    return directory.resolve("registry").toString();
  }

  private Process start(List<String> prefix, String name, String... arguments) throws IOException {
    Process process = RegistryProcess.start(prefix, directory.resolve(name), arguments);
    processes.add(process);
    return process;
  }

  private static int join(Process process) throws InterruptedException {
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).as("it ends").isTrue();
    return process.exitValue();
  }

  @AfterEach
  void end() {
    processes.forEach(Process::destroyForcibly);
  }

  @Test
  void ofPublishersAndPromotersAtOnceEachIsRightOrToldSo() throws Exception {
    for (String name : List.of("a", "b", "c")) {
      ExamplePackage.writeOther(directory.resolve(name), name + ": 1\n");
      Process one = start(List.of(), "one", "publish", registry(), path(name));
      Process two = start(List.of(), "two", "publish", registry(), path(name));
      assertThat(join(one)).as(text("one")).isZero();
      assertThat(join(two)).as(text("two")).isZero();
    }
    ModelRegistry registry = ModelRegistry.at(registry());
    assertThat(registry.versions()).hasSize(3);

    Process one = start(List.of(), "one", "promote", registry(), ATTEMPTS + "");
    Process two = start(List.of(), "two", "promote", registry(), ATTEMPTS + "");
    assertThat(join(one)).as(text("one")).isZero();
    assertThat(join(two)).as(text("two")).isZero();

    // every change follows the one before it, though two processes made them
    List<AliasChange> history = registry.history("champion");
    Optional<String> before = Optional.empty();
    for (AliasChange change : history) {
      assertThat(change.from()).isEqualTo(before);
      assertThat(change.why()).startsWith("attempt ");
      before = Optional.of(change.to());
    }
    assertThat(registry.alias("champion")).isEqualTo(before);
    assertThat(history)
        .hasSizeLessThanOrEqualTo(2 * ATTEMPTS)
        .hasSizeGreaterThanOrEqualTo(ATTEMPTS);
    assertThat(registry.verify()).isEmpty();
    assertThat(hidden()).isEmpty();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aDiskThatIsFullInTheMiddleOfAFileLeavesNoHalfVersion() throws Exception {
    ModelPackage model;
    try (ModelPackageWriter writer = ModelPackageWriter.create(directory.resolve("big"), "tiny")) {
      ExamplePackage.fill(writer);
      Files.write(writer.directory().resolve("weights"), new byte[1 << 20]);
      model = writer.commit();
    }

    // writing past half a megabyte fails, as on a full disk
    Process full =
        start(
            List.of("bash", "-c", "ulimit -f 512; exec \"$@\"", "bash"),
            "full",
            "publish",
            registry(),
            path("big"));

    assertThat(join(full)).isEqualTo(1);
    assertThat(text("full")).contains("File too large");
    assertThat(ModelRegistry.at(registry()).versions()).isEmpty();
    assertThat(hidden()).isEmpty();
    assertThat(directory.resolve("registry/publications")).doesNotExist();

    assertThat(join(start(List.of(), "free", "publish", registry(), path("big")))).isZero();
    assertThat(ModelRegistry.at(registry()).versions()).containsExactly(model.version());
  }

  private String path(String name) {
    return directory.resolve(name).toString();
  }

  private String text(String name) throws IOException {
    return Files.readString(directory.resolve(name));
  }

  private List<Path> hidden() throws IOException {
    try (Stream<Path> all = Files.walk(directory.resolve("registry"))) {
      return all.filter(path -> path.getFileName().toString().startsWith(".")).toList();
    }
  }
}
