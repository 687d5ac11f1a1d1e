package org.relunet.model.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relunet.model.store.manifest.PackagedFile;

class ModelPackageTest {
  @TempDir Path directory;

  @Test
  void readsBackWhatWasWritten() throws IOException {
    ExamplePackage.write(directory.resolve("tiny"));

    ModelPackage model = ModelPackage.open(directory.resolve("tiny"));

    assertThat(model.name()).isEqualTo("tiny");
    assertThat(model.configuration()).isEqualTo(ExamplePackage.CONFIGURATION);
    assertThat(model.relations()).isEqualTo(ExamplePackage.RELATIONS);
    assertThat(model.provenance()).isEqualTo(ExamplePackage.provenance());
    assertThat(model.modelCardFile()).content().startsWith("# tiny");
    assertThat(model.savedModelDirectory().resolve("saved_model.pb")).hasBinaryContent(pb());
    assertThat(model.tokenizerFile().orElseThrow()).content().isEqualTo(ExamplePackage.TOKENIZER);
    assertThat(model.tokenizerFiles())
        .extracting(PackagedFile::path)
        .containsExactly("tokenizer/tokenizer.json");
    assertThat(model.encoderBase()).isEmpty();
    assertThat(model.file("saved_model/variables/variables.index")).isPresent();
    assertThat(model.file("../secret")).isEmpty();
    assertThat(model.file("manifest.json")).isEmpty();
  }

  @Test
  void versionDependsOnTheContentAndOnNothingElse() throws IOException {
    String first = ExamplePackage.write(directory.resolve("first")).version();
    String again = ExamplePackage.write(directory.resolve("again")).version();
    String other = ExamplePackage.writeOther(directory.resolve("other"), "other: 1\n").version();

    assertThat(first).matches("tiny-[0-9a-f]{12}");
    assertThat(again).isEqualTo(first);
    assertThat(other).isNotEqualTo(first);
  }

  @Test
  void directoryMayBeReachedByALink() throws IOException {
    Path target = ExamplePackage.write(directory.resolve("tiny")).directory();
    Path link = Files.createSymbolicLink(directory.resolve("link"), target);

    assertThat(ModelPackage.open(link).directory()).isEqualTo(target);
  }

  @Test
  void emptyDirectoriesAreNoMatter() throws IOException {
    Path root = ExamplePackage.write(directory.resolve("tiny")).directory();
    Files.createDirectory(root.resolve("saved_model/assets"));

    assertThat(ModelPackage.open(root).name()).isEqualTo("tiny");
  }

  private static byte[] pb() {
    return new byte[] {8, 1};
  }
}
