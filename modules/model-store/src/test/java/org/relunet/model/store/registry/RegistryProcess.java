package org.relunet.model.store.registry;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.relunet.model.store.ModelPackage;

/** What tests have several processes do to one registry. */
final class RegistryProcess {
  private RegistryProcess() {}

  /** Starts it with what precedes Java on its command line. */
  static Process start(List<String> prefix, Path output, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(prefix);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx64m", "-XX:-UsePerfData", "-XX:TieredStopAtLevel=1"));
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), RegistryProcess.class.getName()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(output.toFile())
        .start();
  }

  public static void main(String[] arguments) throws IOException {
    ModelRegistry registry = ModelRegistry.at(arguments[1]);
    switch (arguments[0]) {
      case "publish" -> publish(registry, Path.of(arguments[2]));
      case "promote" -> promote(registry, Integer.parseInt(arguments[2]));
      default -> throw new IllegalArgumentException(arguments[0]);
    }
  }

  private static void publish(ModelRegistry registry, Path directory) throws IOException {
    ModelPackage model = ModelPackage.open(directory);
    registry.publish(model, Publication.of(model, Instant.now()));
  }

  /** Has the alias go from version to version, and prints how often it was not overtaken. */
  private static void promote(ModelRegistry registry, int attempts) throws IOException {
    List<String> versions = registry.versions();
    int won = 0;
    for (int i = 0; i < attempts; i++) {
      Optional<String> seen = registry.alias("champion");
      String next = versions.get((seen.map(versions::indexOf).orElse(-1) + 1) % versions.size());
      try {
        registry.promote("champion", seen, next, "attempt " + i);
        // where the other has just done the same, nothing happened
        won++;
      } catch (AliasConflictException e) {
        continue;
      }
    }
    System.out.println("won " + won);
  }
}
