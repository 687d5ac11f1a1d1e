package org.relunet.runtime.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relunet.runtime.live.FakeModels.at;
import static org.relunet.runtime.live.FakeModels.status;
import static org.relunet.runtime.live.FakeModels.versionOfABatch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relunet.api.text.Document;
import org.relunet.api.triple.Extraction;
import org.relunet.model.store.manifest.Manifest;
import org.relunet.runtime.TripleEngine;

/** What becomes of models that can't be used. */
final class RefusedModelTest {
  @TempDir Path directory;

  private FakeModels models;

  @BeforeEach
  void makeStore() {
    models = new FakeModels(directory.resolve("store"));
  }

  @Test
  void aRefusedModelIsCountedAndTheOldOneGoesOn() throws IOException {
    String one = models.release("one");
    ModelWatcher watcher = models.watcher();
    String bad = models.release("bad");
    watcher.look();
    watcher.look();
    watcher.look();

    assertThat(versionOfABatch(watcher)).isEqualTo(one);
    assertThat(status(watcher).modelVersion()).isEqualTo(one);
    assertThat(status(watcher).refusals()).isOne();
    assertThat(status(watcher).problem()).contains(bad + " is bad");
    assertThat(models.asked()).hasSize(2);
  }

  @Test
  void aRefusedModelIsTriedAgainWhenItsFilesHaveChangedAndCameToRest() throws IOException {
    models.release("one");
    ModelWatcher watcher = models.watcher();
    Path bad = models.directory(models.release("bad"));
    watcher.look();

    FakeModels.write(bad, "good for");
    watcher.look();
    FakeModels.write(bad, "good for something");
    watcher.look();
    assertThat(models.asked()).hasSize(2);
    watcher.look();

    assertThat(models.asked()).hasSize(3);
    assertThat(status(watcher).swaps()).isOne();
    assertThat(status(watcher).refusals()).isOne();
    assertThat(status(watcher).problem()).isEmpty();
  }

  @Test
  void aModelThatIsStillBadIsRefusedOnceMore() throws IOException {
    models.release("one");
    ModelWatcher watcher = models.watcher();
    Path bad = models.directory(models.release("bad"));
    watcher.look();

    FakeModels.write(bad, "bad as before");
    for (int i = 0; i < 4; i++) {
      watcher.look();
    }

    assertThat(status(watcher).refusals()).isEqualTo(2);
    assertThat(models.asked()).hasSize(3);
  }

  @Test
  void aRefusedModelIsTriedAgainWhenTheConfigurationHasChanged() throws IOException {
    Path configuration = Files.writeString(directory.resolve("job.yaml"), "wrong");
    models.release("one");
    String two = models.publish("two");
    ModelWatcher watcher =
        FakeModels.watcher(
            models.specification(configuration),
            specification -> {
              if (specification.modelLocation().endsWith(two)
                  && read(configuration).equals("wrong")) {
                throw new IllegalArgumentException("a key is wrong");
              }
              return models.apply(specification);
            });
    models.name(two);
    watcher.look();
    assertThat(status(watcher).problem()).contains("a key is wrong");

    Files.writeString(configuration, "right now");
    watcher.look();
    watcher.look();

    assertThat(versionOfABatch(watcher)).isEqualTo(two);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void anotherModelIsTakenInPlaceOfTheRefusedOneAtOnce() throws IOException {
    models.release("one");
    ModelWatcher watcher = models.watcher();
    models.release("bad");
    watcher.look();
    String three = models.release("three");
    watcher.look();
    assertThat(versionOfABatch(watcher)).isEqualTo(three);
    assertThat(status(watcher).problem()).isEmpty();
  }

  @Test
  void theWayBackToTheLoadedModelLoadsNothing() throws IOException {
    String one = models.release("one");
    ModelWatcher watcher = models.watcher();
    models.release("bad");
    watcher.look();
    models.name(one);
    watcher.look();

    assertThat(models.asked()).hasSize(2);
    assertThat(status(watcher).problem()).isEmpty();
    assertThat(status(watcher).refusals()).isOne();
  }

  @Test
  void aModelThatFailsOnTheFirstTextsIsRefusedAndClosed() throws IOException {
    String one = models.release("one");
    FakeEngine failing = new FakeEngine("failing");
    ModelWatcher watcher =
        FakeModels.watcher(
            models.specification(),
            specification -> {
              if (specification.modelLocation().endsWith(one)) {
                return models.apply(specification);
              }
              return new FailingEngine(failing);
            });
    models.release("two");
    watcher.look();

    assertThat(failing.closings()).isOne();
    assertThat(status(watcher).refusals()).isOne();
    assertThat(versionOfABatch(watcher)).isEqualTo(one);
  }

  private record FailingEngine(FakeEngine engine) implements TripleEngine {
    @Override
    public String modelVersion() {
      return engine.modelVersion();
    }

    @Override
    public List<Extraction> extract(List<Document> documents) {
      throw new IllegalStateException("a matrix does not fit");
    }

    @Override
    public void close() {
      engine.close();
    }
  }

  @Test
  void aModelThatIsTooLargeIsRefusedAndTheNextOneLoaded() throws IOException {
    models.release("one");
    String two = models.publish("two");
    ModelWatcher watcher =
        FakeModels.watcher(
            models.specification(),
            specification -> {
              if (specification.modelLocation().endsWith(two)) {
                throw new OutOfMemoryError("Java heap space");
              }
              return models.apply(specification);
            });
    models.name(two);
    watcher.look();
    assertThat(status(watcher).refusals()).isOne();
    assertThat(status(watcher).problem()).contains("Java heap space");

    String three = models.release("three");
    watcher.look();
    assertThat(versionOfABatch(watcher)).isEqualTo(three);
  }

  @Test
  void aHalfWrittenManifestIsRefusedAndTheWholeOneLoaded() throws IOException {
    Path model = FakeModels.write(directory.resolve("model"), "one");
    ModelWatcher watcher = FakeModels.watcher(at(model), models);
    String one = status(watcher).modelVersion();
    FakeModels.write(model, "two");
    Path manifest = model.resolve(Manifest.FILE_NAME);
    String whole = Files.readString(manifest);
    Files.writeString(manifest, whole.substring(0, whole.length() / 2));
    watcher.look();
    assertThat(versionOfABatch(watcher)).isEqualTo(one);
    assertThat(status(watcher).refusals()).isOne();

    Files.writeString(manifest, whole);
    watcher.look();
    watcher.look();
    assertThat(status(watcher).swaps()).isOne();
    assertThat(versionOfABatch(watcher)).isNotEqualTo(one);
  }

  @Test
  void aRefusedModelThatWasOutOfSightIsNotTriedAgain() throws IOException {
    models.release("one");
    ModelWatcher watcher = models.watcher();
    String bad = models.release("bad");
    watcher.look();
    Files.delete(models.alias());
    watcher.look();
    assertThat(status(watcher).problem().orElseThrow()).contains("no alias");
    models.name(bad);
    watcher.look();
    watcher.look();

    assertThat(models.asked()).hasSize(2);
    assertThat(status(watcher).problem()).contains(bad + " is bad");
  }
}
