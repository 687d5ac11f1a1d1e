package org.relunet.pipeline.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relunet.model.store.registry.AliasChange;
import org.relunet.model.store.registry.AliasState;
import org.relunet.model.store.registry.ConditionalCreate;
import org.relunet.model.store.registry.ModelRegistry;

/**
 * Object storage by Beam's file system for directories; that of S3 has a module and a test of its
 * own.
 */
class ObjectStorageTest {
  private static final AliasState NEW = new AliasState(List.of());

  @TempDir Path directory;
  private Path root;

  @BeforeEach
  void publishThree() throws IOException {
    root = directory.resolve("registry");
    for (String version : List.of("a", "b", "c")) {
      Path place = Files.createDirectories(root.resolve("versions").resolve(version));
      Files.writeString(place.resolve("manifest.json"), "{}");
    }
  }

  private ObjectStorage storage(Optional<ConditionalCreate> creator) {
    return new ObjectStorage(
        root.toString(), PipelineOptionsFactory.create(), creator, directory.resolve("cache"));
  }

  private static AliasChange change(Optional<String> from, String to) {
    return new AliasChange(Instant.EPOCH, from, to, "test", false);
  }

  /** As object stores do it: whoever is first. */
  private static final class First implements ConditionalCreate {
    @Override
    public Set<String> schemes() {
      return Set.of("file");
    }

    @Override
    public boolean create(String address, byte[] content) throws IOException {
      Path file = Path.of(address);
      Files.createDirectories(file.getParent());
      try {
        Files.write(file, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        return true;
      } catch (FileAlreadyExistsException e) {
        return false;
      }
    }
  }

  @Test
  void ofTwoWhoSawTheSameOnlyOneChangesAnAlias() throws IOException {
    ObjectStorage storage = storage(Optional.of(new First()));

    assertThat(storage.change("champion", NEW, change(Optional.empty(), "a"))).isTrue();
    assertThat(storage.change("champion", NEW, change(Optional.empty(), "b"))).isFalse();
    AliasState seen = storage.alias("champion");
    assertThat(storage.change("champion", seen, change(Optional.of("a"), "b"))).isTrue();
    assertThat(storage.change("champion", seen, change(Optional.of("a"), "c"))).isFalse();

    assertThat(storage.alias("champion").version()).contains("b");
    assertThat(storage.aliases()).containsExactly("champion");
    assertThat(storage.removeUnlessNamed("b")).isFalse();
    assertThat(storage.removeUnlessNamed("a")).isTrue();
    assertThat(storage.versions()).containsExactly("b", "c");
  }

  @Test
  void anAliasFileThatWasCopiedHereIsWhereTheHistoryBegins() throws IOException {
    ObjectStorage storage = storage(Optional.of(new First()));
    Files.writeString(Files.createDirectories(root.resolve("aliases")).resolve("champion"), "a\n");
    AliasState seen = storage.alias("champion");

    assertThat(seen.version()).contains("a");
    assertThat(storage.change("champion", seen, change(Optional.of("a"), "b"))).isTrue();
    assertThat(storage.change("champion", seen, change(Optional.of("a"), "c"))).isFalse();

    assertThat(storage.alias("champion").version()).contains("b");
    assertThat(storage.alias("champion").previous()).contains("a");
  }

  @Test
  void whereNothingIsCreatedConditionallyNoAliasIsChanged() {
    assertThatThrownBy(
            () -> storage(Optional.empty()).change("champion", NEW, change(Optional.empty(), "a")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("an alias at " + root)
        .hasMessageContaining("cannot be changed");
  }

  @Test
  void aSchemeThatNothingHereReadsIsToldWithWhatDoes() {
    assertThatThrownBy(() -> ModelRegistry.at("s3://bucket/models"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("nothing here reads s3://")
        .hasMessageContaining("-Pregistry-s3");
  }
}
