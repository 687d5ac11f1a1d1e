package org.relunet.runtime.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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
import org.relunet.model.store.manifest.ModelPackageException;
import org.relunet.runtime.EngineLease;
import org.relunet.runtime.EngineSpecification;

final class ModelWatcherTest {
  @TempDir Path directory;

  private FakeModels models;

  @BeforeEach
  void makeStore() {
    models = new FakeModels(directory.resolve("store"));
  }

  @Test
  void newBatchesGetTheNewModelAndTheOldOneIsClosedWithItsLastBatch() throws IOException {
    String one = models.release("one");
    ModelWatcher watcher = models.watcher();
    EngineLease early = watcher.current().lease();
    EngineLease late = watcher.current().lease();
    String two = models.release("two");
    watcher.look();

    assertThat(versionOfABatch(watcher)).isEqualTo(two);
    assertThat(early.engine().modelVersion()).isEqualTo(one);
    early.close();
    early.close();
    assertThat(models.loaded()).extracting(FakeEngine::closings).containsExactly(0, 0);
    late.close();
    assertThat(models.loaded()).extracting(FakeEngine::closings).containsExactly(1, 0);
  }

  @Test
  void anIdleModelIsClosedAtOnce() throws IOException {
    models.release("one");
    ModelWatcher watcher = models.watcher();
    models.release("two");
    watcher.look();
    assertThat(models.loaded()).extracting(FakeEngine::closings).containsExactly(1, 0);
  }

  @Test
  void theStatusTellsWhatIsLoaded() throws IOException {
    String one = models.release("one");
    ModelWatcher watcher = models.watcher();
    LiveStatus first = status(watcher);
    assertThat(first.modelVersion()).isEqualTo(one);
    assertThat(first.modelDirectory()).isEqualTo(models.directory(one).toRealPath().toString());
    assertThat(first.swaps()).isZero();
    assertThat(first.problem()).isEmpty();

    String two = models.release("two");
    watcher.look();

    LiveStatus second = status(watcher);
    assertThat(second.modelVersion()).isEqualTo(two);
    assertThat(second.modelDirectory()).isEqualTo(models.directory(two).toRealPath().toString());
    assertThat(second.swaps()).isOne();
    assertThat(second.loadedAt()).isAfterOrEqualTo(first.loadedAt());
  }

  @Test
  void nothingIsLoadedWhileTheLocationNamesTheSame() throws IOException {
    models.release("one");
    ModelWatcher watcher = models.watcher();
    models.publish("two");
    watcher.look();
    watcher.look();
    assertThat(models.asked()).hasSize(1);
  }

  @Test
  void everyModelIsTriedOnTextsOfThreeLengthsBeforeItIsGivenOut() throws IOException {
    models.release("one");
    ModelWatcher watcher = models.watcher();
    models.release("two");
    watcher.look();
    assertThat(models.loaded())
        .hasSize(2)
        .allSatisfy(engine -> assertThat(engine.sizes()).hasSize(3).isSorted());
  }

  @Test
  void whatTheJobConfiguresGoesToEveryModel() throws IOException {
    Path configuration = Files.writeString(directory.resolve("job.yaml"), "");
    models.release("one");
    ModelWatcher watcher = models.watcher(configuration);
    models.release("two");
    watcher.look();
    assertThat(models.asked())
        .extracting(EngineSpecification::configurationFiles)
        .containsExactly(List.of(configuration.toString()), List.of(configuration.toString()));
  }

  @Test
  void aThirdModelIsLoadedOnlyAfterTheLastBatchOfTheFirst() throws IOException {
    models.release("one");
    ModelWatcher watcher = models.watcher();
    EngineLease batch = watcher.current().lease();
    String two = models.release("two");
    watcher.look();
    String three = models.release("three");
    watcher.look();
    assertThat(versionOfABatch(watcher)).isEqualTo(two);
    assertThat(status(watcher).problem().orElseThrow()).contains("last batch");

    batch.close();
    watcher.look();
    assertThat(versionOfABatch(watcher)).isEqualTo(three);
    assertThat(status(watcher).problem()).isEmpty();
  }

  @Test
  void theDefaultModelIsNeverExchanged() {
    ModelWatcher watcher =
        FakeModels.watcher(new EngineSpecification("", List.of(), List.of()), models);
    watcher.look();
    assertThat(models.asked()).hasSize(1);
    assertThat(status(watcher).modelDirectory()).isEmpty();
    assertThat(status(watcher).modelVersion()).isEqualTo("default");
  }

  @Test
  void withoutAFirstModelThereIsNothingToWatch() throws IOException {
    assertThatThrownBy(() -> FakeModels.watcher(at(directory.resolve("nowhere")), models))
        .isInstanceOf(ModelPackageException.class)
        .hasMessageContaining("nowhere");
    models.release("bad");
    assertThatThrownBy(models::watcher).hasMessageContaining("is bad");
  }
}
