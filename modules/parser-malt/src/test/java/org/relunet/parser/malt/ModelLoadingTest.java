package org.relunet.parser.malt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Date;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relunet.api.syntax.DependencyTree;
import org.relunet.contract.bound.Bounds;

final class ModelLoadingTest {
  @TempDir Path directory;

  @Test
  void loadsAModelFromAFile() throws IOException {
    Path file = Files.write(directory.resolve("my model.mco"), bundled());
    DependencyTree tree = parser(file.toString()).parse(Sentences.of("Bean", "flew"));
    assertThat(tree)
        .isEqualTo(parser(MaltSettings.DEFAULT_MODEL).parse(Sentences.of("Bean", "flew")));
  }

  @Test
  void namesTheFileThatIsMissing() {
    assertThatThrownBy(() -> parser(directory.resolve("none.mco").toString()))
        .isInstanceOf(UnusableModelException.class)
        .hasMessageContaining("parser.malt.model")
        .hasMessageContaining("none.mco");
  }

  @Test
  void refusesATruncatedFile() throws IOException {
    byte[] bytes = bundled();
    for (int length : new int[] {0, 10, bytes.length / 10, bytes.length / 2}) {
      Path file = Files.write(directory.resolve("cut.mco"), Arrays.copyOf(bytes, length));
      assertThatThrownBy(() -> parser(file.toString()))
          .as("%s bytes", length)
          .isInstanceOf(UnusableModelException.class)
          .hasMessageContaining("cut.mco");
    }
  }

  @Test
  void refusesAFileThatIsNoArchive() throws IOException {
    Path file = Files.writeString(directory.resolve("text.mco"), "not a model at all");
    assertThatThrownBy(() -> parser(file.toString())).isInstanceOf(UnusableModelException.class);
  }

  @Test
  void refusesAModelWithAForbiddenObjectAndNamesIt() throws IOException {
    ByteArrayOutputStream date = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(date)) {
      out.writeObject(new Date(0));
    }
    Path file = Parts.of(bundled()).with("parser/evil.map", date.toByteArray()).write(directory);
    assertThatThrownBy(() -> parser(file.toString()))
        .isInstanceOf(UnusableModelException.class)
        .hasMessageContaining("refused to load")
        .hasMessageContaining("java.util.Date")
        .hasMessageContaining("parser/evil.map");
  }

  @Test
  void refusesAModelThatUnpacksWithoutBound() throws IOException {
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bomb)) {
      out.putNextEntry(new ZipEntry("parser/odm0.liblinear.map"));
      for (int i = 0; i < 512; i++) {
        out.write(new byte[1 << 20]);
      }
    }
    ModelFile model = new ModelFile("bomb.mco", bomb.toByteArray());
    assertThatThrownBy(() -> Bounds.megabytes(128, 20).within(model::read))
        .isInstanceOf(UnusableModelException.class)
        .hasMessageContainingAll("bomb.mco", "times its size");
  }

  private static byte[] bundled() throws IOException {
    try (InputStream bytes = MaltModel.class.getResourceAsStream("parser.mco")) {
      return bytes.readAllBytes();
    }
  }

  private static MaltDependencyParser parser(String model) {
    return MaltDependencyParser.load(new MaltSettings(model, 1000));
  }
}
