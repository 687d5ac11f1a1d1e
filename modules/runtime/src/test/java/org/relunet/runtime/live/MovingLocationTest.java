package org.relunet.runtime.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relunet.runtime.live.FakeModels.at;
import static org.relunet.runtime.live.FakeModels.status;
import static org.relunet.runtime.live.FakeModels.versionOfABatch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relunet.model.store.manifest.Manifest;

/** What becomes of locations whose files come, go and change. */
final class MovingLocationTest {
  @TempDir Path directory;

  private FakeModels models;

  @BeforeEach
  void makeStore() {
    models = new FakeModels(directory.resolve("store"));
  }

  @Test
  void aDirectoryThatDisappearsIsNoLossAndNoRefusal() throws IOException {
    Path model = FakeModels.write(directory.resolve("model"), "one");
    ModelWatcher watcher = FakeModels.watcher(at(model), models);
    FakeModels.delete(model);
    watcher.look();

    assertThat(versionOfABatch(watcher)).isEqualTo(status(watcher).modelVersion());
    assertThat(status(watcher).problem().orElseThrow()).contains("there is no such directory");
    assertThat(status(watcher).refusals()).isZero();

    FakeModels.write(model, "one");
    watcher.look();
    assertThat(status(watcher).problem()).isEmpty();
    assertThat(models.asked()).hasSize(1);
  }

  @Test
  void aVersionThatIsNotThereYetIsLoadedWhenItIs() throws IOException {
    String one = models.release("one");
    ModelWatcher watcher = models.watcher();
    String two = models.publish("two");
    Path elsewhere = directory.resolve("elsewhere");
    Files.move(models.directory(two), elsewhere);
    Files.writeString(models.alias(), two + "\n");
    watcher.look();
    assertThat(versionOfABatch(watcher)).isEqualTo(one);
    assertThat(status(watcher).problem().orElseThrow()).contains(two, "is not there");

    Files.move(elsewhere, models.directory(two));
    watcher.look();
    assertThat(versionOfABatch(watcher)).isEqualTo(two);
  }

  @Test
  void anAliasThatIsBeingWrittenIsLookedAtAgain() throws IOException {
    String one = models.release("one");
    ModelWatcher watcher = models.watcher();
    String two = models.publish("two");
    for (String text : List.of("", two.substring(0, 7), "../" + two)) {
      Files.writeString(models.alias(), text);
      watcher.look();
      assertThat(versionOfABatch(watcher)).isEqualTo(one);
      assertThat(status(watcher).problem()).isPresent();
    }
    Files.delete(models.alias());
    watcher.look();
    assertThat(versionOfABatch(watcher)).isEqualTo(one);

    models.name(two);
    watcher.look();
    assertThat(versionOfABatch(watcher)).isEqualTo(two);
    assertThat(status(watcher).refusals()).isZero();
  }

  @Test
  void aPackageInThePlaceOfTheFirstIsLoaded() throws IOException {
    Path model = FakeModels.write(directory.resolve("model"), "one");
    ModelWatcher watcher = FakeModels.watcher(at(model), models);
    FakeModels.replace(model, "two");
    watcher.look();
    assertThat(status(watcher).swaps()).isOne();
  }

  @Test
  void aPackageOfTheSameContentIsNotLoadedAgain() throws IOException {
    Path model = FakeModels.write(directory.resolve("model"), "one");
    ModelWatcher watcher = FakeModels.watcher(at(model), models);
    FakeModels.replace(model, "one");
    watcher.look();
    Files.setLastModifiedTime(model.resolve(Manifest.FILE_NAME), FileTime.fromMillis(0));
    watcher.look();
    assertThat(models.asked()).hasSize(1);
  }

  @Test
  void aLinkThatComesToLeadElsewhereIsFollowed() throws IOException {
    Path one = FakeModels.write(directory.resolve("one"), "one");
    Path two = FakeModels.write(directory.resolve("two"), "two");
    Path link = Files.createSymbolicLink(directory.resolve("link"), one);
    ModelWatcher watcher = FakeModels.watcher(at(link), models);
    Files.delete(link);
    Files.createSymbolicLink(link, two);
    watcher.look();
    assertThat(status(watcher).modelDirectory()).isEqualTo(two.toRealPath().toString());
  }

  @Test
  void aPackageWithoutAManifestIsWaitedFor() throws IOException {
    String one = models.release("one");
    ModelWatcher watcher = models.watcher();
    String two = models.publish("two");
    Path manifest = models.directory(two).resolve(Manifest.FILE_NAME);
    Path elsewhere = Files.move(manifest, directory.resolve("elsewhere"));
    models.name(two);
    watcher.look();
    assertThat(versionOfABatch(watcher)).isEqualTo(one);
    assertThat(status(watcher).problem().orElseThrow()).contains("no manifest");

    Files.move(elsewhere, manifest);
    watcher.look();
    assertThat(versionOfABatch(watcher)).isEqualTo(two);
    assertThat(status(watcher).refusals()).isZero();
  }
}
