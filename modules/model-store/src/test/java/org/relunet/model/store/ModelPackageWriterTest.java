package org.relunet.model.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relunet.model.store.manifest.EncoderBase;
import org.relunet.model.store.manifest.EncoderBase.BaseResource;
import org.relunet.model.store.manifest.FileDigest;
import org.relunet.model.store.manifest.ModelPackageException;

class ModelPackageWriterTest {
  @TempDir Path directory;

  @Test
  void nothingIsAtTheTargetBeforeTheCommit() throws IOException {
    Path target = directory.resolve("new/tiny");
    try (ModelPackageWriter writer = ModelPackageWriter.create(target, "tiny")) {
      ExamplePackage.fill(writer);
      assertThat(target).doesNotExist();
      writer.commit();
      assertThat(target).isDirectory();
    }
    assertThat(target.getParent()).isDirectoryNotContaining("glob:**.partial-*");
  }

  @Test
  void nothingRemainsWithoutACommit() throws IOException {
    try (ModelPackageWriter writer = ModelPackageWriter.create(directory.resolve("t"), "tiny")) {
      ExamplePackage.fill(writer);
    }
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void existingPackageIsNotOverwritten() throws IOException {
    Path target = directory.resolve("tiny");
    ExamplePackage.write(target);

    assertThatThrownBy(() -> ModelPackageWriter.create(target, "tiny"))
        .isInstanceOf(FileAlreadyExistsException.class)
        .hasMessageContaining(target.toString())
        .hasMessageContaining("name another directory");
  }

  @Test
  void targetThatAppearsMeanwhileIsNotOverwritten() throws IOException {
    Path target = directory.resolve("tiny");
    try (ModelPackageWriter late = ModelPackageWriter.create(target, "tiny")) {
      ExamplePackage.fill(late).configuration("late: 1\n");
      ExamplePackage.write(target);
      assertThatThrownBy(late::commit).isInstanceOf(FileAlreadyExistsException.class);
    }
    assertThat(ModelPackage.open(target).configuration()).isEqualTo(ExamplePackage.CONFIGURATION);
  }

  @Test
  void packageIsReplacedOnRequest() throws IOException {
    Path target = directory.resolve("tiny");
    ExamplePackage.write(target);

    try (ModelPackageWriter writer = ModelPackageWriter.replace(target, "tiny")) {
      ExamplePackage.fill(writer).configuration("new: 1\n").commit();
    }

    assertThat(ModelPackage.open(target).configuration()).isEqualTo("new: 1\n");
    assertThat(directory).isDirectoryContaining("glob:**/tiny");
    try (var entries = Files.list(directory)) {
      assertThat(entries).hasSize(1);
    }
  }

  @Test
  void oldPackageStaysWhenTheNewOneIsRefused() throws IOException {
    Path target = directory.resolve("tiny");
    ExamplePackage.write(target);

    try (ModelPackageWriter writer = ModelPackageWriter.replace(target, "tiny")) {
      writer.configuration("new: 1\n");
      assertThatThrownBy(writer::commit).isInstanceOf(ModelPackageException.class);
    }

    assertThat(ModelPackage.open(target).configuration()).isEqualTo(ExamplePackage.CONFIGURATION);
  }

  @Test
  void directoryThatIsNoPackageIsNeverReplaced() throws IOException {
    Path precious = Files.createDirectory(directory.resolve("thesis"));
    Files.writeString(precious.resolve("chapter.txt"), "one");

    assertThatThrownBy(() -> ModelPackageWriter.replace(precious, "tiny"))
        .isInstanceOf(FileAlreadyExistsException.class)
        .hasMessageContaining("it is not a model package");
    assertThat(precious.resolve("chapter.txt")).content().isEqualTo("one");
  }

  @Test
  void incompletePackageIsRefusedWithAllThatIsMissing() throws IOException {
    Path target = directory.resolve("tiny");
    try (ModelPackageWriter writer = ModelPackageWriter.create(target, "tiny")) {
      writer.configuration("a: 1\n");
      assertThatThrownBy(writer::commit)
          .isInstanceOf(ModelPackageException.class)
          .hasMessageContainingAll(
              "relations.json",
              "provenance.json",
              "MODEL_CARD.md",
              "saved_model/saved_model.pb",
              "tokenizer/tokenizer.json");
    }
    assertThat(target).doesNotExist();
  }

  @Test
  void tokenizerMayComeWithTheEncoderBase() throws IOException {
    EncoderBase base =
        new EncoderBase(
            "group:encoder:1.0",
            List.of(new BaseResource("encoder.onnx", FileDigest.of("weights").sha256())));
    try (ModelPackageWriter writer = ModelPackageWriter.create(directory.resolve("t"), "tiny")) {
      ExamplePackage.fill(writer).encoderBase(base);
      Files.delete(writer.directory().resolve(PackageLayout.TOKENIZER_FILE));
      writer.commit();
    }

    ModelPackage model = ModelPackage.open(directory.resolve("t"));

    assertThat(model.encoderBase()).contains(base);
    assertThat(model.tokenizerFile()).isEmpty();
  }

  @Test
  void tokenizerFileIsNotWrittenElsewhere() throws IOException {
    try (ModelPackageWriter writer = ModelPackageWriter.create(directory.resolve("t"), "tiny")) {
      assertThatThrownBy(
              () -> writer.tokenizer(new TreeMap<>(Map.of("../../escaped.json", new byte[0]))))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("'../../escaped.json' is not allowed");
    }
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void linkInTheGatheredFilesIsRefused() throws IOException {
    try (ModelPackageWriter writer = ModelPackageWriter.create(directory.resolve("t"), "tiny")) {
      ExamplePackage.fill(writer);
      Files.createSymbolicLink(writer.directory().resolve("link"), directory);
      assertThatThrownBy(writer::commit)
          .isInstanceOf(ModelPackageException.class)
          .hasMessageContaining("link: symbolic links are not allowed");
    }
  }

  @Test
  void packageIsReadableByOthersAsFarAsTheUmaskAllows() throws IOException {
    Path plain = Files.createDirectory(directory.resolve("plain"));

    Path written = ExamplePackage.write(directory.resolve("tiny")).directory();

    assertThat(Files.getPosixFilePermissions(written))
        .isEqualTo(Files.getPosixFilePermissions(plain));
  }

  @Test
  void nameThatIsNoNameIsRefused() {
    assertThatThrownBy(() -> ModelPackageWriter.create(directory.resolve("t"), "../Tiny"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("model name '../Tiny' is not allowed");
    assertThat(directory).isEmptyDirectory();
  }
}
