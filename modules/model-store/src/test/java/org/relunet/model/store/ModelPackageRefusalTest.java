package org.relunet.model.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.relunet.model.store.manifest.EncoderBase;
import org.relunet.model.store.manifest.EncoderBase.BaseResource;
import org.relunet.model.store.manifest.FileDigest;
import org.relunet.model.store.manifest.Manifest;
import org.relunet.model.store.manifest.ModelPackageException;
import org.relunet.model.store.manifest.PackagedFile;
import org.relunet.model.store.origin.RequiredOrigin;

/** Each way to spoil a package is refused with the file's name and advice. */
class ModelPackageRefusalTest {
  @TempDir Path directory;
  private Path root;

  @BeforeEach
  void writePackage() throws IOException {
    root = directory.resolve("tiny");
    ExamplePackage.write(root);
    ModelPackage.open(root);
  }

  @Test
  void tamperedFile() throws IOException {
    Files.write(root.resolve("saved_model/variables/variables.index"), new byte[] {1, 2, 3, 5});

    assertRefused("saved_model/variables/variables.index", "SHA-256 is", "changed after packaging");
  }

  @Test
  void truncatedFile() throws IOException {
    Files.write(root.resolve("saved_model/variables/variables.index"), new byte[] {1, 2});

    assertRefused(
        "saved_model/variables/variables.index",
        "it has 2 bytes, the manifest says 4",
        "truncated");
  }

  @Test
  void fileWithBytesAppended() throws IOException {
    Files.write(root.resolve("saved_model/saved_model.pb"), new byte[] {8, 1, 0});

    assertRefused("saved_model/saved_model.pb: it has 3 bytes, the manifest says 2");
  }

  @Test
  void missingFile() throws IOException {
    Files.delete(root.resolve("tokenizer/tokenizer.json"));

    assertRefused("tokenizer/tokenizer.json: the file is missing");
  }

  @Test
  void extraFile() throws IOException {
    Files.writeString(root.resolve("saved_model/notes.txt"), "mine");

    assertRefused("saved_model/notes.txt: the manifest does not list this file");
  }

  @Test
  void extraHiddenFile() throws IOException {
    Files.writeString(root.resolve(".hidden"), "mine");

    assertRefused(".hidden: the manifest does not list this file");
  }

  @Test
  void allProblemsAreReportedAtOnce() throws IOException {
    Files.delete(root.resolve("tokenizer/tokenizer.json"));
    Files.writeString(root.resolve("extra"), "");
    Files.writeString(root.resolve("configuration.yaml"), "other");

    ModelPackageException refusal =
        catchThrowableOfType(ModelPackageException.class, () -> ModelPackage.open(root));
    assertThat(refusal.problems()).hasSize(3);
  }

  @Test
  void ofManyProblemsTheFirstAreShown() throws IOException {
    for (int i = 0; i < 15; i++) {
      Files.writeString(root.resolve("extra" + i), "");
    }

    assertThatThrownBy(() -> ModelPackage.open(root))
        .hasMessageContaining("\n  - and 5 more\n")
        .message()
        .satisfies(message -> assertThat(message.lines()).hasSizeLessThan(14));
  }

  @Test
  void manifestOfTooManyFiles() {
    String digest = "a".repeat(64);
    List<PackagedFile> files =
        IntStream.rangeClosed(0, 10_000)
            .mapToObj(i -> new PackagedFile("f" + i, 1, digest))
            .toList();

    Manifest.of("many", Optional.empty(), files.subList(1, files.size()));
    assertThatThrownBy(() -> Manifest.of("many", Optional.empty(), files))
        .hasMessageContaining("it lists 10001 files; a package has at most 10000");
  }

  /** The time of a quadratic computation would be minutes. */
  @Test
  void manifestOfABaseOfManyFiles() {
    String digest = "a".repeat(64);
    List<BaseResource> resources =
        IntStream.range(0, 140_000).mapToObj(i -> new BaseResource("f" + i, digest)).toList();

    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> Manifest.of("many", Optional.of(new EncoderBase("base", resources)), List.of()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"mkfifo PLACE", "ln -s /dev/zero PLACE", "mkdir PLACE"})
  void signatureThatIsNoFile(String command) throws Exception {
    String place = root.resolve("manifest.json.sig").toString();
    assertThat(new ProcessBuilder(command.replace("PLACE", place).split(" ")).start().waitFor())
        .isZero();
    PublicKey key = KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPublic();
    RequiredOrigin origin = new RequiredOrigin(Optional.empty(), Optional.of(key));

    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () ->
            assertThatThrownBy(() -> ModelPackage.open(root, origin))
                .hasMessageContaining("manifest.json.sig: it is not a regular file"));
  }

  @Test
  void linkInPlaceOfAFileEvenWithTheRightContent() throws IOException {
    Path file = root.resolve("tokenizer/tokenizer.json");
    Files.move(file, directory.resolve("elsewhere.json"));
    Files.createSymbolicLink(file, directory.resolve("elsewhere.json"));

    assertRefused("tokenizer/tokenizer.json: symbolic links are not allowed");
  }

  @Test
  void linkInPlaceOfADirectoryEvenWithTheRightContent() throws IOException {
    Path inside = root.resolve("saved_model/variables");
    Files.move(inside, directory.resolve("elsewhere"));
    Files.createSymbolicLink(inside, directory.resolve("elsewhere"));

    assertRefused("saved_model/variables: symbolic links are not allowed");
  }

  @Test
  void linkInPlaceOfTheManifest() throws IOException {
    Path manifest = root.resolve("manifest.json");
    Files.move(manifest, directory.resolve("manifest.json"));
    Files.createSymbolicLink(manifest, directory.resolve("manifest.json"));

    assertRefused("manifest.json: it is not a regular file");
  }

  @Test
  void missingManifest() throws IOException {
    Files.delete(root.resolve("manifest.json"));

    assertRefused("manifest.json: it is missing");
  }

  @Test
  void truncatedManifest() throws IOException {
    editManifest(text -> text.substring(0, text.length() / 2));

    assertRefused("manifest.json:", "(line ");
  }

  @Test
  void unknownFormatVersion() throws IOException {
    editManifest(text -> "{\"formatVersion\": 2, \"somethingNew\": " + text.strip() + "}");

    assertThatThrownBy(() -> ModelPackage.open(root))
        .isInstanceOf(ModelPackageException.class)
        .hasMessageContaining("manifest.json: format version 2 is unknown; this RelU-Net reads")
        .hasMessageContaining("Use the version of RelU-Net that wrote the package");
  }

  @Test
  void manifestWithoutFormatVersion() throws IOException {
    editManifest(text -> text.replace("formatVersion", "version"));

    assertRefused("manifest.json: it has no formatVersion");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../tokenizer.json",
        "tokenizer/../../x",
        "/etc/passwd",
        "C:/x",
        "tokenizer\\\\..\\\\x",
        "tokenizer//tokenizer.json",
        "./x",
        "",
        "a\\u0000b"
      })
  void pathThatLeavesThePackage(String path) throws IOException {
    editManifest(text -> text.replace("\"tokenizer/tokenizer.json\"", "\"" + path + "\""));

    assertRefused("manifest.json:", "file path '", "is not allowed", "files[");
  }

  @Test
  void manifestThatWasEditedToMatchAChangedFile() throws IOException {
    Files.writeString(root.resolve("tokenizer/tokenizer.json"), "{\"version\":\"1.1\"}\n");
    String hash = FileDigest.of("{\"version\":\"1.1\"}\n").sha256();
    String old = FileDigest.of(ExamplePackage.TOKENIZER).sha256();
    editManifest(text -> text.replace(old, hash));

    assertRefused("manifest.json:", "modelVersion is 'tiny-", "the manifest was changed");
  }

  @Test
  void manifestThatListsAFileTwice() throws IOException {
    editManifest(text -> text.replace("MODEL_CARD.md", "configuration.yaml"));

    assertRefused("manifest.json:", "file 'configuration.yaml' is listed twice");
  }

  @Test
  void manifestWithAnUnknownKey() throws IOException {
    editManifest(text -> text.replaceFirst("\\{", "{\"modelNmae\": \"x\", "));

    assertRefused("manifest.json:", "modelNmae");
  }

  @Test
  void missingDirectory() {
    assertThatThrownBy(() -> ModelPackage.open(directory.resolve("tinny")))
        .isInstanceOf(ModelPackageException.class)
        .hasMessageContaining("tinny cannot be used: there is no such directory")
        .hasMessageContaining("`relunet train --config")
        .hasMessageContaining("Did you mean 'tiny'?");
  }

  @Test
  void manifestWithAnyOneByteChangedIsRefusedOrMeansTheSame() throws IOException {
    Path manifest = root.resolve("manifest.json");
    byte[] original = Files.readAllBytes(manifest);
    String version = ModelPackage.open(root).version();
    Random random = new Random(1);
    int refused = 0;
    for (int i = 0; i < 300; i++) {
      byte[] changed = original.clone();
      changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
      Files.write(manifest, changed);
      try {
        // Only white space can have changed.
        assertThat(ModelPackage.open(root).version()).isEqualTo(version);
      } catch (ModelPackageException expected) {
        refused++;
      }
    }
    assertThat(refused).isGreaterThan(200);
  }

  @Test
  void manifestWithANullIsRefused() throws IOException {
    editManifest(text -> text.replace("\"files\" : [", "\"files\" : [ null,"));

    assertRefused("manifest.json:");
  }

  private void editManifest(UnaryOperator<String> edit) throws IOException {
    Path manifest = root.resolve("manifest.json");
    String before = Files.readString(manifest);
    String after = edit.apply(before);
    assertThat(after).isNotEqualTo(before);
    Files.writeString(manifest, after);
  }

  private void assertRefused(String... parts) {
    assertThatThrownBy(() -> ModelPackage.open(root))
        .isInstanceOf(ModelPackageException.class)
        .hasMessageContaining(root.toString())
        .hasMessageContainingAll(parts)
        .hasMessageContaining("restore this one from where it came");
  }
}
