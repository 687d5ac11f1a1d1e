package org.relunet.runtime.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relunet.config.problem.ConfigurationException;
import org.relunet.model.store.PackageLayout;
import org.relunet.model.store.manifest.Manifest;
import org.relunet.model.store.manifest.ModelPackageException;
import org.relunet.network.SessionSettings;
import org.relunet.runtime.EngineSpecification;
import org.relunet.runtime.assembly.Engines;
import org.relunet.runtime.assembly.ModelLoader;
import org.relunet.runtime.extraction.ExtractionSettings;
import org.relunet.runtime.plugin.PluginException;
import org.relunet.runtime.testing.PackageCopy;
import org.relunet.runtime.testing.TinyModel;

/** A package decides how its network is built and how texts are read, and nothing else. */
final class PackageTrustTest {
  @TempDir Path directory;

  @Test
  void aPackageConfiguresItsNetworkAndNothingElse() throws IOException {
    for (String section :
        List.of(
            "session: {intra-op-threads: 64}",
            "stream: {kafka: {bootstrap-servers: \"evil:9092\"}}",
            "model: {files: [/]}",
            "loss: {alpha: 2.0}",
            "data: {train: /etc/hostname}")) {
      String name = section.substring(0, section.indexOf(':'));
      // sections of jobs are not on this class path, and so are unknown here
      assertThatThrownBy(() -> load(changed("", section + "\n")))
          .as(name)
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining(name)
          .hasMessageContaining("configuration.yaml");
    }
    assertThatThrownBy(() -> load(changed("", "session: {intra-op-threads: 64}\n")))
        .hasMessageContaining("session: a model package may not configure this section")
        .hasMessageContaining("tokenizer, parser, encoder");
  }

  @Test
  void whatATextMayCostIsTheUsersToSay() throws IOException {
    Path model =
        replaced(
            "extraction",
            "extraction: {document-seconds: 0, batch-sentences: 1000000, passage-words: 7}\n");

    ExtractionSettings settings = load(model).extraction();
    assertThat(settings.documentSeconds()).isEqualTo(600);
    assertThat(settings.batchSentences()).isEqualTo(32);
    assertThat(settings.passageWords()).isEqualTo(7);
    assertThat(load(model, "extraction.document-seconds=0").extraction().documentSeconds())
        .isZero();
  }

  @Test
  void aPackageNamesNoFileButItsOwn() throws IOException {
    Path secret = Files.writeString(directory.resolve("secret"), "canary");
    String vocabulary = "tokenizer: vocabulary";
    for (String name :
        List.of(
            secret.toString(),
            "../secret",
            "vocabulary/../../secret",
            "./vocabulary",
            "vocabulary/",
            "/dev/zero",
            "manifest.json",
            "vocab")) {
      assertThatThrownBy(() -> load(changed(vocabulary, "tokenizer: \"" + name + "\"")))
          .as(name)
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining("encoder.transformer.random.tokenizer: '" + name + "' is no file")
          .hasMessageContaining("model.files");
    }
    for (String setting :
        List.of(
            "tokenizer: {opennlp: {tagger-model: ",
            "tokenizer: {opennlp: {sentence-model: ",
            "tokenizer: {opennlp: {token-model: ",
            "parser: {malt: {model: ",
            "parser: {plugin: conllu, conllu: {file: ")) {
      String section = setting.substring(0, setting.indexOf(':'));
      assertThatThrownBy(() -> load(replaced(section, setting + "\"" + secret + "\"}}\n")))
          .as(setting)
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining("'" + secret + "' is no file of the model package");
    }
  }

  @Test
  void aLinkOutOfThePackageIsRefused() throws IOException {
    Path secret = Files.writeString(directory.resolve("secret"), "canary");
    Path model = changed("tokenizer: vocabulary", "tokenizer: linked");
    Files.createSymbolicLink(model.resolve("linked"), secret);
    assertThatThrownBy(() -> load(model))
        .isInstanceOf(ModelPackageException.class)
        .hasMessageContaining("linked: symbolic links are not allowed");
  }

  @Test
  void theUserMayNameAFileThatThePackageMayNot() throws IOException {
    Path outside = TinyModel.directory().resolveSibling("vocabulary");
    Path model = changed("tokenizer: vocabulary", "tokenizer: \"" + outside + "\"");

    assertThat(load(model, "encoder.transformer.random.tokenizer=" + outside)).isNotNull();
    assertThat(load(model, "model.files=[" + outside.getParent() + "]")).isNotNull();
    assertThatThrownBy(() -> load(model, "model.files=[" + outside + "2]"))
        .hasMessageContaining("is no file of the model package");
  }

  @Test
  void whatTheProvenanceSaysOfThreadsAndFilesIsNotUsed() throws IOException {
    ModelLoader.Loaded loaded = load(PackageCopy.of(directory.resolve("model")));
    // the test's model was trained with one thread
    assertThat(loaded.model().provenance().configuration()).contains("intra-op-threads: 1");
    assertThat(
            loaded
                .trainingConfiguration()
                .section("session", SessionSettings.class)
                .intraOpThreads())
        .isZero();
  }

  @Test
  void aModelOfAnotherDigestIsRefusedWithBoth() throws IOException {
    Path model = PackageCopy.of(directory.resolve("model"));
    String digest = load(model).model().manifestSha256();
    String other = digest.replace(digest.charAt(0), digest.charAt(0) == '0' ? '1' : '0');

    assertThat(load(model, "model.sha256=\"" + digest + "\"")).isNotNull();
    assertThatThrownBy(() -> load(model, "model.sha256=\"" + other + "\""))
        .isInstanceOf(ModelPackageException.class)
        .hasMessageContaining(digest)
        .hasMessageContaining(other);
    assertThatThrownBy(() -> load(model, "model.sha256=abc"))
        .hasMessageContaining("model.sha256 must be 64 hexadecimal digits");
  }

  @Test
  void aModelIsSignedByWhomTheUserTrusts() throws IOException, GeneralSecurityException {
    Path model = PackageCopy.of(directory.resolve("model"));
    KeyPair owner = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    KeyPair other = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    Path signature = model.resolve("manifest.json.sig");
    String key = "model.key=" + pem(owner, "owner.pem");

    assertThatThrownBy(() -> load(model, key))
        .hasMessageContaining("manifest.json.sig: it is missing");
    Files.write(signature, sign(other, model));
    assertThatThrownBy(() -> load(model, key))
        .hasMessageContaining("no signature of this manifest");
    Files.write(signature, new byte[3]);
    assertThatThrownBy(() -> load(model, key))
        .hasMessageContaining("no signature of this manifest");
    Files.write(signature, sign(owner, model));
    assertThat(load(model, key)).isNotNull();
    assertThat(load(model)).as("who asks for no signature needs none").isNotNull();
    Files.writeString(model.resolve(PackageLayout.MODEL_CARD), "another card");
    assertThatThrownBy(() -> load(model, key)).hasMessageContaining("MODEL_CARD.md");
    PackageCopy.reseal(model, sign(owner, model));
    assertThatThrownBy(() -> load(model, key))
        .hasMessageContaining("no signature of this manifest");
    assertThatThrownBy(() -> load(model, "model.key=" + model.resolve("manifest.json")))
        .hasMessageContaining("holds no public Ed25519 key");
  }

  /** Most are refused by their manifest, and the rest by whatever reads them, or loaded. */
  @Test
  void aThousandChangedPackagesAreRefusedOrLoaded() throws IOException {
    Path model = PackageCopy.of(directory.resolve("model"));
    List<Path> small;
    try (Stream<Path> files = Files.walk(model)) {
      small =
          files
              .filter(Files::isRegularFile)
              .filter(file -> !file.toString().contains("saved_model"))
              .sorted()
              .toList();
    }
    Random random = new Random(13);
    List<String> odd = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      Path file = small.get(random.nextInt(small.size()));
      byte[] original = Files.readAllBytes(file);
      byte[] manifest = Files.readAllBytes(model.resolve(Manifest.FILE_NAME));
      byte[] changed = original.clone();
      for (int n = random.nextInt(6); n >= 0; n--) {
        changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
      }
      Files.write(file, changed);
      // some, as loading takes its time, have a manifest that vouches for what was changed
      if (i % 100 == 0 && !file.endsWith(Manifest.FILE_NAME)) {
        PackageCopy.seal(model);
      }
      try {
        load(model).close();
      } catch (ModelPackageException
          | ConfigurationException
          | PluginException
          | IllegalArgumentException e) {
        if (e.getMessage() == null || e.getMessage().isBlank()) {
          odd.add(file + ": " + e);
        }
      } catch (RuntimeException e) {
        odd.add(file.getFileName() + ": " + e);
      }
      Files.write(file, original);
      Files.write(model.resolve(Manifest.FILE_NAME), manifest);
    }
    assertThat(odd).isEmpty();
    Engines.load(new EngineSpecification(model.toString(), List.of(), List.of())).close();
  }

  /** The tiny model with another text in its configuration, sealed anew. */
  private Path changed(String text, String other) throws IOException {
    Path model = PackageCopy.of(Files.createTempDirectory(directory, "x").resolve("model"));
    Path file = model.resolve(PackageLayout.CONFIGURATION);
    String yaml = Files.readString(file);
    assertThat(yaml).contains(text);
    Files.writeString(file, text.isEmpty() ? yaml + other : yaml.replace(text, other));
    PackageCopy.seal(model);
    return model;
  }

  /** The tiny model with another section in its configuration. */
  private Path replaced(String section, String other) throws IOException {
    Path model = PackageCopy.of(Files.createTempDirectory(directory, "x").resolve("model"));
    Path file = model.resolve(PackageLayout.CONFIGURATION);
    String yaml = Files.readString(file);
    Files.writeString(file, yaml.replaceFirst("(?m)^" + section + ":\n(?: .*\n)+", "") + other);
    PackageCopy.seal(model);
    return model;
  }

  private static ModelLoader.Loaded load(Path model, String... overrides) {
    return ModelLoader.load(
        new EngineSpecification(model.toString(), List.of(), List.of(overrides)));
  }

  private Path pem(KeyPair key, String name) throws IOException {
    return Files.writeString(
        directory.resolve(name),
        "-----BEGIN PUBLIC KEY-----\n"
            + Base64.getMimeEncoder().encodeToString(key.getPublic().getEncoded())
            + "\n-----END PUBLIC KEY-----\n");
  }

  private static byte[] sign(KeyPair key, Path model) throws IOException, GeneralSecurityException {
    Signature signature = Signature.getInstance("Ed25519");
    signature.initSign(key.getPrivate());
    signature.update(Files.readAllBytes(model.resolve(Manifest.FILE_NAME)));
    return signature.sign();
  }
}
