package org.relunet.pipeline.kafka;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.relunet.config.problem.KnownNames;

/**
 * Looks whether the secrets are there that values refer to.
 *
 * @param environment where {@code ${env:NAME}} looks
 * @param providers names that may stand before the first colon
 */
record SecretReferences(Map<String, String> environment, Set<String> providers) {
  /** As Kafka's clients read it: {@code ${PROVIDER:KEY}} or {@code ${PROVIDER:PATH:KEY}}. */
  private static final Pattern REFERENCE =
      Pattern.compile("\\$\\{([^}]*?):(([^}]*?):)?([^}]*?)\\}");

  /** What is missing; never shows a secret. */
  List<String> problems(String value) {
    List<String> problems = new ArrayList<>();
    Matcher reference = REFERENCE.matcher(value);
    while (reference.find()) {
      problem(reference.group(1), reference.group(3), reference.group(4))
          .ifPresent(problem -> problems.add(reference.group() + ": " + problem));
    }
    return problems;
  }

  private Optional<String> problem(String provider, String path, String key) {
    if (!providers.contains(provider)) {
      return Optional.of(new KnownNames("source of secrets", providers).unknown(provider));
    }
    return switch (provider) {
      case "env" -> inEnvironment(key);
      case "file" -> inFile(path == null ? "" : path, key);
      default -> Optional.empty();
    };
  }

  private Optional<String> inEnvironment(String name) {
    return environment.containsKey(name)
        ? Optional.empty()
        : Optional.of("the environment has no variable '" + name + "'");
  }

  private static Optional<String> inFile(String path, String key) {
    if (path.isEmpty()) {
      return Optional.of("write ${file:PATH:KEY}");
    }
    Properties read = new Properties();
    try (Reader reader = Files.newBufferedReader(Path.of(path))) {
      read.load(reader);
    } catch (IOException | IllegalArgumentException e) {
      return Optional.of("the file cannot be read (" + e.getClass().getSimpleName() + ")");
    }
    return read.getProperty(key) != null
        ? Optional.empty()
        : Optional.of(
            "in that file, " + new KnownNames("key", read.stringPropertyNames()).unknown(key));
  }
}
