package org.relunet.model.store.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relunet.common.directories.Directories;
import org.relunet.model.store.ExamplePackage;
import org.relunet.model.store.ModelPackage;
import org.relunet.model.store.manifest.ModelPackageException;

class ModelAddressTest {
  @TempDir Path directory;
  private Path root;
  private ModelRegistry registry;
  private ModelPackage first;
  private ModelPackage second;

  @BeforeEach
  void publishTwoVersions() throws IOException {
    root = directory.resolve("registry");
    registry = ModelRegistry.at(root.toString());
    first = publish(ExamplePackage.write(directory.resolve("first")));
    second = publish(ExamplePackage.writeOther(directory.resolve("second"), "b: 2\n"));
  }

  private ModelPackage publish(ModelPackage model) throws IOException {
    return registry.publish(model, Publication.of(model, Instant.EPOCH));
  }

  private void name(String alias, String version) throws IOException {
    registry.promote(alias, registry.alias(alias), version, "test");
  }

  @Test
  void packageDirectoryIsItself() {
    Path location = directory.resolve("first");
    assertThat(ModelAddress.resolve(location)).isEqualTo(location);
  }

  @Test
  void registryMeansTheVersionOfItsCurrentAlias() throws IOException {
    name("current", first.version());
    assertThat(ModelAddress.open(root).version()).isEqualTo(first.version());

    name("current", second.version());
    assertThat(ModelAddress.open(root).version()).isEqualTo(second.version());
  }

  @Test
  void aliasFileMeansTheVersionThatItsTextNames() throws IOException {
    Files.createDirectories(root.resolve("aliases"));
    Files.writeString(root.resolve("aliases/canary"), second.version());

    assertThat(registry.alias("canary")).contains(second.version());
    assertThat(ModelAddress.open(root.resolve("aliases/canary")).version())
        .isEqualTo(second.version());
  }

  @Test
  void readerSeesOneOfTheTwoVersionsAtAnyTimeWhileTheAliasChanges() throws IOException {
    name("current", first.version());
    Set<Path> seen = ConcurrentHashMap.newKeySet();
    CompletableFuture<Void> reader =
        CompletableFuture.runAsync(
            () -> {
              for (int i = 0; i < 300; i++) {
                seen.add(ModelAddress.resolve(root).getFileName());
              }
            });
    for (int i = 0; !reader.isDone(); i++) {
      name("current", i % 2 == 0 ? second.version() : first.version());
    }
    reader.join();
    assertThat(seen).isSubsetOf(first.directory().getFileName(), second.directory().getFileName());
    assertThat(registry.aliases()).containsOnlyKeys("current");
  }

  @Test
  void aliasThatLeadsOutOfTheRegistryIsRefused() throws IOException {
    Files.createDirectories(root.resolve("aliases"));
    Files.writeString(root.resolve("aliases/current"), "../../first\n");

    assertThatThrownBy(() -> ModelAddress.resolve(root))
        .isInstanceOf(ModelPackageException.class)
        .hasMessageContaining("'../../first' is not allowed");
    assertThatThrownBy(() -> name("../x", first.version()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("alias '../x' is not allowed");
  }

  @Test
  void registryWithoutTheAliasSaysWhatThereIs() throws IOException {
    name("canary", first.version());

    assertThatThrownBy(() -> ModelAddress.resolve(root))
        .isInstanceOf(ModelPackageException.class)
        .hasMessageContaining("it has no alias 'current'; it has [canary]")
        .hasMessageContaining(first.version());
    assertThatThrownBy(() -> ModelAddress.resolve(root.resolve("aliases/canari")))
        .isInstanceOf(ModelPackageException.class)
        .hasMessageContaining("Did you mean 'canary'?");
  }

  @Test
  void aliasOfAVersionThatWasRemovedIsRefused() throws IOException {
    name("current", first.version());
    Directories.deleteAll(first.directory());

    assertThatThrownBy(() -> ModelAddress.resolve(root))
        .isInstanceOf(ModelPackageException.class)
        .hasMessageContaining("alias 'current' names version '" + first.version())
        .hasMessageContaining(second.version());
  }

  @Test
  void directoryThatIsNeitherPackageNorRegistrySaysSo() {
    assertThatThrownBy(() -> ModelAddress.resolve(directory.resolve("first/saved_model")))
        .isInstanceOf(ModelPackageException.class)
        .hasMessageContaining("neither manifest.json")
        .hasMessageContaining("give the package's own directory");
  }

  @Test
  void missingLocationSaysWhatToDo() {
    assertThatThrownBy(() -> ModelAddress.resolve(directory.resolve("registr")))
        .isInstanceOf(ModelPackageException.class)
        .hasMessageContaining("there is no such directory")
        .hasMessageContaining("--model")
        .hasMessageContaining("Did you mean 'registry'?");
  }
}
