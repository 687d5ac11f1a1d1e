package org.relunet.runtime.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.relunet.api.text.Document;
import org.relunet.api.triple.Extraction;
import org.relunet.model.store.manifest.ModelPackageException;
import org.relunet.runtime.EngineLease;
import org.relunet.runtime.EngineSpecification;
import org.relunet.runtime.TripleEngine;

@Timeout(60)
final class LiveEngineTest {
  private static final long CHECK_MILLIS = 5;
  private static final List<Document> BATCH =
      List.of(new Document("a", "One."), new Document("b", "Two."));

  @TempDir Path directory;

  private FakeModels models;

  @BeforeEach
  void makeStore() {
    models = new FakeModels(directory.resolve("store"));
  }

  private LiveEngine engine() {
    return new LiveEngine(models.specification(), CHECK_MILLIS, models);
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    while (!condition.getAsBoolean()) {
      Thread.sleep(1);
    }
  }

  private static void awaitVersion(LiveEngine engine, String version) throws InterruptedException {
    await(() -> engine.status().modelVersion().equals(version));
  }

  @Test
  void extractionsCarryTheVersionOfTheirModelBeforeAndAfterASwap() throws Exception {
    String one = models.release("one");
    try (LiveEngine engine = engine()) {
      assertThat(engine.extract(BATCH)).extracting(Extraction::modelVersion).containsOnly(one);
      String two = models.release("two");
      awaitVersion(engine, two);
      assertThat(engine.extract(BATCH)).extracting(Extraction::modelVersion).containsOnly(two);
      assertThat(engine.modelVersion()).isEqualTo(two);
    }
  }

  @Test
  void manyThreadsSeeTenSwapsAndNeverAClosedOrAnOlderModel() throws Exception {
    List<String> order = new ArrayList<>(List.of(models.release("0")));
    ExecutorService pool = Executors.newFixedThreadPool(8);
    AtomicBoolean done = new AtomicBoolean();
    try (LiveEngine engine = engine()) {
      List<Future<List<String>>> seen = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        seen.add(pool.submit(() -> versionsSeen(engine, done)));
      }
      for (int i = 1; i <= 10; i++) {
        order.add(models.release(Integer.toString(i)));
        awaitVersion(engine, order.get(i));
      }
      done.set(true);
      for (Future<List<String>> versions : seen) {
        assertThat(order).containsSubsequence(versions.get());
      }
      assertThat(engine.status().swaps()).isEqualTo(10);
      assertThat(engine.status().refusals()).isZero();
    } finally {
      done.set(true);
      pool.shutdown();
    }
    assertThat(models.loaded()).hasSize(11).extracting(FakeEngine::closings).containsOnly(1);
  }

  /** Versions of the batches of one thread, repetitions left out. */
  private static List<String> versionsSeen(LiveEngine engine, AtomicBoolean done) {
    List<String> seen = new ArrayList<>();
    while (!done.get()) {
      List<String> batch =
          engine.extract(BATCH).stream().map(Extraction::modelVersion).distinct().toList();
      assertThat(batch).hasSize(1);
      if (seen.isEmpty() || !seen.get(seen.size() - 1).equals(batch.get(0))) {
        seen.addAll(batch);
      }
    }
    return seen;
  }

  /** Loads what follows the first model when it is told to. */
  private final class SlowLoading {
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch go = new CountDownLatch(1);
    private final AtomicReference<Thread> thread = new AtomicReference<>();

    TripleEngine load(EngineSpecification specification) {
      if (!models.asked().isEmpty()) {
        thread.set(Thread.currentThread());
        begun.countDown();
        try {
          go.await();
        } catch (InterruptedException e) {
          throw new IllegalStateException("loading is not to be interrupted", e);
        }
      }
      return models.apply(specification);
    }
  }

  @Test
  void batchesGoOnWhileAModelIsLoaded() throws Exception {
    String one = models.release("one");
    SlowLoading slow = new SlowLoading();
    try (LiveEngine engine = new LiveEngine(models.specification(), CHECK_MILLIS, slow::load)) {
      String two = models.release("two");
      slow.begun.await();
      assertThat(engine.extract(BATCH)).extracting(Extraction::modelVersion).containsOnly(one);
      slow.go.countDown();
      awaitVersion(engine, two);
    }
  }

  @Test
  void theThreadThatWatchesLetsTheProcessEndAndEndsWithTheEngine() throws Exception {
    models.release("one");
    SlowLoading slow = new SlowLoading();
    slow.go.countDown();
    LiveEngine engine = new LiveEngine(models.specification(), CHECK_MILLIS, slow::load);
    awaitVersion(engine, models.release("two"));
    Thread watching = slow.thread.get();
    assertThat(watching.isDaemon()).isTrue();
    engine.close();
    watching.join();
  }

  @Test
  void aModelThatIsLoadedWhenTheEngineClosesIsClosedToo() throws Exception {
    models.release("one");
    SlowLoading slow = new SlowLoading();
    LiveEngine engine = new LiveEngine(models.specification(), CHECK_MILLIS, slow::load);
    models.release("two");
    slow.begun.await();
    Thread closing = new Thread(engine::close);
    closing.start();
    closing.join(50);
    assertThat(closing.isAlive()).isTrue();

    slow.go.countDown();
    closing.join();
    assertThat(models.loaded()).hasSize(2).extracting(FakeEngine::closings).containsOnly(1);
    assertThat(engine.status().swaps()).isZero();
  }

  @Test
  void anInterruptedThreadDoesNotWaitAndTheModelIsClosedAllTheSame() throws Exception {
    models.release("one");
    SlowLoading slow = new SlowLoading();
    LiveEngine engine = new LiveEngine(models.specification(), CHECK_MILLIS, slow::load);
    models.release("two");
    slow.begun.await();
    Thread.currentThread().interrupt();
    engine.close();
    assertThat(Thread.interrupted()).isTrue();

    slow.go.countDown();
    await(() -> models.loaded().size() == 2 && models.loaded().get(1).closings() == 1);
  }

  @Test
  void aBatchThatHasBegunEndsAfterTheEngineIsClosed() throws Exception {
    models.release("one");
    LiveEngine engine = engine();
    try (EngineLease batch = engine.use()) {
      engine.close();
      engine.close();
      assertThat(batch.engine().extract(BATCH)).hasSize(2);
      assertThat(models.loaded().get(0).closings()).isZero();
    }
    assertThat(models.loaded().get(0).closings()).isOne();
    assertThatThrownBy(engine::use)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed");
  }

  @Test
  void theEngineGoesOnLookingAfterARefusal() throws Exception {
    models.release("one");
    try (LiveEngine engine = engine()) {
      models.release("bad");
      await(() -> engine.status().refusals() == 1);
      awaitVersion(engine, models.release("three"));
      assertThat(engine.status().loadedAt())
          .isBetween(Instant.now().minus(Duration.ofMinutes(1)), Instant.now());
    }
  }

  @Test
  void aMissingFirstModelIsAnErrorAtOnce() throws IOException {
    assertThatThrownBy(this::engine).isInstanceOf(ModelPackageException.class);
    models.release("one");
    assertThatThrownBy(() -> new LiveEngine(models.specification(), 0, models))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0 ms");
    assertThat(models.asked()).isEmpty();
  }
}
