package org.relunet.model.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relunet.common.directories.Directories;
import org.relunet.model.store.manifest.ModelPackageException;

class ModelStoreTest {
  @TempDir Path directory;
  private Path root;
  private ModelStore store;
  private ModelPackage first;
  private ModelPackage second;

  @BeforeEach
  void publishTwoVersions() throws IOException {
    root = directory.resolve("store");
    store = new ModelStore(root);
    first = store.publish(ExamplePackage.write(directory.resolve("first")));
    second = store.publish(ExamplePackage.writeOther(directory.resolve("second"), "b: 2\n"));
  }

  @Test
  void packageDirectoryIsItself() {
    Path location = directory.resolve("first");
    assertThat(ModelStore.resolve(location)).isEqualTo(location);
  }

  @Test
  void publishedPackageIsACheckedCopy() throws IOException {
    assertThat(store.versions()).containsExactlyInAnyOrder(first.version(), second.version());
    assertThat(ModelPackage.open(root.resolve("versions").resolve(first.version())).version())
        .isEqualTo(first.version());
    assertThat(first.directory()).startsWith(root.toRealPath());
  }

  @Test
  void publishingAgainChangesNothing() throws IOException {
    assertThat(store.publish(first).directory()).isEqualTo(first.directory());
    assertThat(store.versions()).hasSize(2);
  }

  @Test
  void storeMeansTheVersionOfItsCurrentAlias() throws IOException {
    store.setAlias("current", first.version());
    assertThat(ModelStore.open(root).version()).isEqualTo(first.version());

    store.setAlias("current", second.version());
    assertThat(ModelStore.open(root).version()).isEqualTo(second.version());
  }

  @Test
  void aliasFileMeansTheVersionThatItsTextNames() throws IOException {
    Files.createDirectories(root.resolve("aliases"));
    Files.writeString(root.resolve("aliases/canary"), second.version());

    assertThat(store.alias("canary")).contains(second.version());
    assertThat(ModelStore.open(root.resolve("aliases/canary")).version())
        .isEqualTo(second.version());
  }

  @Test
  void readerSeesOneOfTheTwoVersionsAtAnyTimeWhileTheAliasChanges() throws IOException {
    store.setAlias("current", first.version());
    Set<Path> seen = ConcurrentHashMap.newKeySet();
    CompletableFuture<Void> reader =
        CompletableFuture.runAsync(
            () -> {
              for (int i = 0; i < 300; i++) {
                seen.add(ModelStore.resolve(root).getFileName());
              }
            });
    for (int i = 0; !reader.isDone(); i++) {
      store.setAlias("current", i % 2 == 0 ? second.version() : first.version());
    }
    reader.join();
    assertThat(seen).isSubsetOf(first.directory().getFileName(), second.directory().getFileName());
    assertThat(store.aliases()).containsExactly("current");
  }

  @Test
  void aliasForAVersionThatIsNotThereIsRefused() {
    String almost = first.version().substring(0, first.version().length() - 1) + "x";
    assertThatThrownBy(() -> store.setAlias("current", almost))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("has no version '" + almost + "'")
        .hasMessageContaining("Did you mean '" + first.version() + "'?");
  }

  @Test
  void aliasThatLeadsOutOfTheStoreIsRefused() throws IOException {
    Files.createDirectories(root.resolve("aliases"));
    Files.writeString(root.resolve("aliases/current"), "../../first\n");

    assertThatThrownBy(() -> ModelStore.resolve(root))
        .isInstanceOf(ModelPackageException.class)
        .hasMessageContaining("'../../first' is not allowed");
    assertThatThrownBy(() -> store.setAlias("../x", first.version()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("alias '../x' is not allowed");
  }

  @Test
  void storeWithoutTheAliasSaysWhatThereIs() throws IOException {
    store.setAlias("canary", first.version());

    assertThatThrownBy(() -> ModelStore.resolve(root))
        .isInstanceOf(ModelPackageException.class)
        .hasMessageContaining("it has no alias 'current'; it has [canary]")
        .hasMessageContaining(first.version());
    assertThatThrownBy(() -> ModelStore.resolve(root.resolve("aliases/canari")))
        .isInstanceOf(ModelPackageException.class)
        .hasMessageContaining("Did you mean 'canary'?");
  }

  @Test
  void aliasOfAVersionThatWasRemovedIsRefused() throws IOException {
    store.setAlias("current", first.version());
    Directories.deleteAll(first.directory());

    assertThatThrownBy(() -> ModelStore.resolve(root))
        .isInstanceOf(ModelPackageException.class)
        .hasMessageContaining("alias 'current' names version '" + first.version())
        .hasMessageContaining(second.version());
  }

  @Test
  void directoryThatIsNeitherPackageNorStoreSaysSo() {
    assertThatThrownBy(() -> ModelStore.resolve(directory.resolve("first/saved_model")))
        .isInstanceOf(ModelPackageException.class)
        .hasMessageContaining("neither manifest.json")
        .hasMessageContaining("give the package's own directory");
  }

  @Test
  void missingLocationSaysWhatToDo() {
    assertThatThrownBy(() -> ModelStore.resolve(directory.resolve("stor")))
        .isInstanceOf(ModelPackageException.class)
        .hasMessageContaining("there is no such directory")
        .hasMessageContaining("--model")
        .hasMessageContaining("Did you mean 'store'?");
  }

  @Test
  void damagedPackageIsNotPublished() throws IOException {
    ModelPackage model = ExamplePackage.writeOther(directory.resolve("third"), "c: 3\n");
    Files.writeString(model.configurationFile(), "c: 4\n");

    assertThatThrownBy(() -> store.publish(model)).isInstanceOf(ModelPackageException.class);
    assertThat(root.resolve("versions").resolve(model.version())).doesNotExist();
    assertThat(root.resolve("versions")).isDirectoryNotContaining("glob:**/.*");
  }
}
