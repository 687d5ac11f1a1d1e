package org.relunet.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.relunet.launcher.Installation.Outcome;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

/** {@code RELUNET_GPU}, as far as it goes without a GPU: what Maven is asked for. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GpuBuildTest {
  /** Says its version, and notes how it was called otherwise. */
  private static final String MAVEN =
      """
      #!/bin/sh
      [ "$1" = -v ] && echo 'Apache Maven 3.9.9' && exit
      echo "$@" >>"$(dirname "$0")/calls"
      """;

  private Installation installation;
  private Path programs;

  @BeforeAll
  void install(@TempDir Path directory) throws IOException {
    installation = new Installation(Files.createDirectories(directory.resolve("opt")));
    for (String sources : new String[] {"modules", "tf-graphs"}) {
      Files.createDirectories(installation.root().resolve(sources));
    }
    Files.writeString(installation.root().resolve("pom.xml"), "");
    Files.setLastModifiedTime(installation.root().resolve("pom.xml"), FileTime.fromMillis(0));
    programs = Files.createDirectories(directory.resolve("bin"));
    Path maven = Files.writeString(programs.resolve("mvn"), MAVEN);
    Files.setPosixFilePermissions(maven, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  @Test
  void whatIsBuiltForTheCpuIsBuiltAnewForTheGpuOnce() throws IOException, InterruptedException {
    assertThat(run("no").status()).isZero();
    assertThat(programs.resolve("calls")).as("built already").doesNotExist();

    Outcome first = run("yes");
    assertThat(first.status()).as(first.err()).isZero();
    assertThat(Files.readAllLines(programs.resolve("calls")))
        .singleElement()
        .asString()
        .contains(" -Pgpu ");

    assertThat(run("yes").status()).isZero();
    assertThat(Files.readAllLines(programs.resolve("calls"))).hasSize(1);
  }

  @Test
  void anotherValueIsRefused() throws IOException, InterruptedException {
    Outcome outcome = run("1");

    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.err())
        .isEqualTo("relunet: error: RELUNET_GPU is '1': set it to yes or no\n");
  }

  @Test
  void theProfileNamesTensorFlowsGpuLibrary()
      throws ParserConfigurationException, IOException, SAXException, XPathExpressionException {
    Document pom =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(Path.of("..", "pom.xml").toFile());

    assertThat(
            XPathFactory.newInstance()
                .newXPath()
                .evaluate("//profile[id='gpu']/properties/tensorflow.platform", pom))
        .isEqualTo("linux-x86_64-gpu");
  }

  private Outcome run(String gpu) throws IOException, InterruptedException {
    String path = programs + ":" + System.getenv("PATH");
    return installation.run(
        Map.of("PATH", path, "RELUNET_BUILD", "yes", "RELUNET_GPU", gpu), "--version");
  }
}
