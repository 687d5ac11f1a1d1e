package org.relunet.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.relunet.contract.plugin.ExamplePlugin;
import org.relunet.launcher.Installation.Outcome;

/** The program {@code relunet} and the plugins of others, in processes as a user starts them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LauncherTest {
  /** Two sentences for every tokenizer but that of the plugin. */
  private static final String TEXT =
      "He flew . Alan Bean was born in Wheeler and was a crew member of Apollo 12 .";

  private Installation installation;
  private Path plugin;

  @BeforeAll
  void install(@TempDir Path directory) throws IOException {
    installation = new Installation(Files.createDirectories(directory.resolve("opt")));
    plugin = ExamplePlugin.jar(Files.createDirectories(directory.resolve("example")));
  }

  @Test
  void aPluginInTheDirectoryPluginsIsUsedAndTheArchiveOfClassesStays()
      throws IOException, InterruptedException {
    Path archive = installation.target().resolve("relunet.jsa");
    Outcome archiving =
        installation.run(
            Map.of("RELUNET_JAVA_OPTS", "-XX:ArchiveClassesAtExit=" + archive), "--version");
    assertThat(archiving.status()).as(archiving.err()).isZero();
    assertThat(archive).exists();
    Path plugins = Files.createDirectories(installation.root().resolve("plugins"));
    Files.copy(plugin, plugins.resolve("splitting.jar"));
    Path loaded = installation.root().resolve("loaded");

    Outcome outcome =
        installation.run(
            Map.of("RELUNET_JAVA_OPTS", "-Xlog:class+load=info:file=" + loaded),
            "extract",
            "--set=tokenizer.plugin=splitting",
            "--text=" + TEXT);

    assertThat(outcome.status()).as(outcome.err()).isZero();
    assertThat(outcome.out())
        .contains("\"Alan Bean\"")
        .contains("\"sentence\":{\"start\":0,\"end\":" + TEXT.length() + "}");
    assertThat(outcome.err())
        .doesNotContain("CDS", "archive", "class path")
        .as("notes of TensorFlow")
        .doesNotContain("WARNING", "absl", "MLIR");
    assertThat(Files.readString(loaded))
        .containsPattern("org\\.relunet\\.cli\\.Main source: shared objects file \\(top\\)")
        .containsPattern("org\\.example\\.SplittingPlugin source: file:.*plugins/splitting\\.jar");
  }

  @Test
  void relunetPluginsNamesJarsElsewhere() throws IOException, InterruptedException {
    Outcome outcome =
        installation.run(
            Map.of("RELUNET_PLUGINS", plugin.toString()),
            "extract",
            "--set=tokenizer.splitting.seperator=+",
            "--text=" + TEXT);

    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.err()).contains("Did you mean 'separator'?");
    assertThat(installation.target())
        .as("an archive without the plugin's class path")
        .isDirectoryNotContaining("glob:**.jsa.*");
  }

  @Test
  void aCrashLeavesItsReportWhereNobodyElseReadsIt() throws IOException, InterruptedException {
    Path temporary = Files.createDirectories(installation.root().resolve("temporary"));

    Outcome outcome =
        installation.run(
            Map.of(
                "TMPDIR",
                temporary.toString(),
                "RELUNET_JAVA_OPTS",
                "-Xms12m -Xmx12m -Xmn2m -XX:+CrashOnOutOfMemoryError -XX:-CreateCoredumpOnCrash"),
            "extract",
            "--text=" + TEXT);

    assertThat(outcome.status()).as(outcome.err()).isNotZero();
    assertThat(installation.root()).isDirectoryNotContaining("glob:**hs_err*");
    try (Stream<Path> left = Files.list(temporary)) {
      assertThat(left)
          .singleElement()
          .satisfies(
              crashes ->
                  assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(crashes)))
                      .isEqualTo("rwx------"))
          .satisfies(
              crashes -> assertThat(crashes).isDirectoryContaining("glob:**/hs_err_pid*.log"));
    }
  }

  @Test
  void aJarThatIsNotThereIsNamed() throws IOException, InterruptedException {
    Outcome outcome = installation.run(Map.of("RELUNET_PLUGINS", "none.jar"), "--version");

    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.err())
        .isEqualTo(
            "relunet: error: RELUNET_PLUGINS names 'none.jar', but there is no such file: name"
                + " jars, separated by ':'\n");
  }
}
