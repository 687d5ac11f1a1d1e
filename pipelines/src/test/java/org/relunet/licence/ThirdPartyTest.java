package org.relunet.licence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

class ThirdPartyTest {
  private static final Path ROOT = Path.of("..");

  /** Libraries of these tests, which the program runs without. */
  private static final Pattern OF_TESTS =
      Pattern.compile(
          "junit-.*|opentest4j|apiguardian-api|assertj-core|archunit.*|surefire.*"
              + "|flink-kubernetes-operator-api");

  @Test
  void everyLibraryThatWeRunWithIsListedWithItsLicence() throws IOException {
    String listed = Files.readString(ROOT.resolve("THIRD-PARTY.md"));

    assertThat(libraries())
        .hasSizeGreaterThan(50)
        .allSatisfy(library -> assertThat(listed).contains(":" + library + "` | "));
  }

  @ParameterizedTest
  @MethodSource("trainedFiles")
  void aModuleWithATrainedModelStatesTheLicenceOfItsData(Path file) throws Exception {
    Path module = file;
    while (!module.getFileName().toString().equals("src")) {
      module = module.getParent();
    }
    module = module.getParent();
    Document pom =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(module.resolve("pom.xml").toFile());
    NodeList names =
        (NodeList)
            XPathFactory.newInstance()
                .newXPath()
                .evaluate("/project/licenses/license/name", pom, XPathConstants.NODESET);

    assertThat(names.getLength()).as("licences of %s", file).isPositive();
    assertThat(names.item(names.getLength() - 1).getTextContent()).startsWith("CC-BY-");
  }

  static List<Path> trainedFiles() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT.resolve("modules"))) {
      return files
          .filter(file -> file.toString().contains("/src/main/resources/"))
          .filter(file -> file.toString().matches(".*(\\.mco|\\.bin|saved_model\\.pb)"))
          .toList();
    }
  }

  /** Artifacts that come from a repository: .../artifact/version/file.jar. */
  private static Set<String> libraries() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(Path::of)
        .filter(
            path -> path.getNameCount() > 3 && !path.startsWith(ROOT.toAbsolutePath().normalize()))
        .filter(path -> path.toString().endsWith(".jar"))
        .map(path -> path.getParent().getParent().getFileName().toString())
        .filter(artifact -> !OF_TESTS.matcher(artifact).matches())
        .collect(Collectors.toSet());
  }
}
