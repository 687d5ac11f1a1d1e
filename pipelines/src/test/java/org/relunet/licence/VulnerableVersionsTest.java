package org.relunet.licence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No library on the class path is older than the version that fixes what is known of it. */
class VulnerableVersionsTest {
  private static final String MAY_NOT_BE_THERE = "-";

  /** By artifact, as a repository lays them out: .../artifact/version/file.jar. */
  private static final Map<String, String> VERSIONS = versions();

  record Rule(String group, String artifact, String least, String reason) {
    boolean isFor(String path) {
      return path.contains("/" + group.replace('.', '/') + "/" + artifact + "/");
    }
  }

  @ParameterizedTest
  @MethodSource("rules")
  void noLibraryIsOlderThanWhatFixesIt(Rule rule) {
    List<String> found =
        VERSIONS.entrySet().stream()
            .filter(library -> rule.isFor(library.getKey()))
            .map(Map.Entry::getValue)
            .toList();

    if (rule.least().equals(MAY_NOT_BE_THERE)) {
      assertThat(found).as("%s: %s", rule.artifact(), rule.reason()).isEmpty();
    } else {
      assertThat(found)
          .as("%s, a row that nothing needs any more if absent: %s", rule, rule.reason())
          .isNotEmpty()
          .allSatisfy(
              version ->
                  assertThat(Version.parse(version))
                      .isGreaterThanOrEqualTo(Version.parse(rule.least())));
    }
  }

  @Test
  void versionsAreComparedByTheirNumbers() {
    assertThat(Version.parse("4.1.105.Final")).isLessThan(Version.parse("4.1.137.Final"));
    assertThat(Version.parse("31.0.1-jre")).isLessThan(Version.parse("32.0.1-jre"));
    assertThat(Version.parse("1.1.10.12")).isGreaterThan(Version.parse("1.1.10.4"));
  }

  static List<Rule> rules() throws IOException {
    try (var file = VulnerableVersionsTest.class.getResourceAsStream("least-versions.csv")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("[:;]", 4))
          .map(cells -> new Rule(cells[0], cells[1], cells[2], cells[3]))
          .toList();
    }
  }

  private static Map<String, String> versions() {
    Map<String, String> versions = new HashMap<>();
    Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(path -> path.endsWith(".jar"))
        .map(Path::of)
        .forEach(path -> versions.put(path.toString(), path.getParent().getFileName().toString()));
    return versions;
  }
}
