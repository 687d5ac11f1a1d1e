package org.relunet.runtime.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relunet.api.text.Document;
import org.relunet.api.triple.Extraction;
import org.relunet.runtime.EngineLease;
import org.relunet.runtime.EngineSpecification;
import org.relunet.runtime.TripleEngine;

class LiveEnginesTest {
  private static final Document DOCUMENT = new Document("1", "Ann.");

  @TempDir private Path store;
  private final ConcurrentLinkedQueue<Loaded> loaded = new ConcurrentLinkedQueue<>();
  private final LiveEngines engines = new LiveEngines(this::load);
  private LiveEngineLease live;

  @BeforeEach
  void begin() throws IOException {
    publish("v01");
    live = engines.lease(specification(), 10);
  }

  @AfterEach
  void end() {
    live.close();
  }

  private EngineSpecification specification() {
    return new EngineSpecification(store.toString(), List.of(), List.of());
  }

  /** Makes a version, or changes it, and lets the alias name it. */
  private void publish(String version) throws IOException {
    Path manifest = store.resolve("versions").resolve(version).resolve("manifest.json");
    Files.createDirectories(manifest.getParent());
    Files.writeString(manifest, version);
    point(version);
  }

  private void point(String version) throws IOException {
    Path alias = store.resolve("aliases").resolve("current");
    Files.createDirectories(alias.getParent());
    Path next = alias.resolveSibling(".next");
    Files.writeString(next, version);
    Files.move(
        next,
        alias,
        java.nio.file.StandardCopyOption.REPLACE_EXISTING,
        java.nio.file.StandardCopyOption.ATOMIC_MOVE);
  }

  private TripleEngine load(EngineSpecification specification) {
    Path directory = Path.of(specification.modelLocation());
    try {
      String content = Files.readString(directory.resolve("manifest.json"));
      if (content.startsWith("bad")) {
        throw new IllegalStateException("the model is " + content);
      }
      Loaded engine = new Loaded(content);
      loaded.add(engine);
      return engine;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void until(BooleanSupplier condition) throws InterruptedException {
    Instant deadline = Instant.now().plus(Duration.ofSeconds(20));
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).isBefore(deadline);
      Thread.sleep(5);
    }
  }

  private boolean current(String version) {
    return live.modelVersion().equals(version);
  }

  @Test
  void aModelIsExchangedBetweenBatchesAndTheOldOneClosedAfterItsLast() throws Exception {
    try (EngineLease batch = live.use()) {
      publish("v02");
      until(() -> current("v02"));

      assertThat(batch.engine().extract(List.of(DOCUMENT)).get(0).modelVersion()).isEqualTo("v01");
      try (EngineLease next = live.use()) {
        assertThat(next.engine().modelVersion()).isEqualTo("v02");
      }
      assertThat(loaded.peek().closed).isFalse();
    }
    assertThat(loaded.peek().closed).isTrue();
    assertThat(live.swaps()).isEqualTo(1);
  }

  @Test
  void aNewModelHasWorkedBeforeItGetsABatch() throws Exception {
    publish("v02");
    until(() -> current("v02"));

    assertThat(loaded)
        .filteredOn(engine -> engine.version.equals("v02"))
        .singleElement()
        .satisfies(engine -> assertThat(engine.documents).isPositive());
  }

  @Test
  void aModelThatCannotBeUsedIsCountedOnceAndTheOldOneGoesOn() throws Exception {
    publish("bad");
    until(() -> live.refused() == 1);
    Thread.sleep(100);

    assertThat(live.refused()).isEqualTo(1);
    assertThat(live.modelVersion()).isEqualTo("v01");
    assertThat(live.swaps()).isZero();

    publish("v03");
    until(() -> current("v03"));
  }

  @Test
  void aModelThatWasRefusedIsTriedAgainWhenItHasChanged() throws Exception {
    publish("bad");
    until(() -> live.refused() == 1);
    Files.writeString(store.resolve("versions/bad/manifest.json"), "mended");
    until(() -> current("mended"));
  }

  @Test
  void anAliasOfNothingAndADirectoryThatIsGoneStopNothing() throws Exception {
    point("missing");
    until(() -> live.refused() == 1);
    point("v01");
    Thread.sleep(50);
    Files.delete(store.resolve("versions/v01/manifest.json"));
    Files.delete(store.resolve("versions/v01"));
    until(() -> live.refused() == 2);

    try (EngineLease batch = live.use()) {
      assertThat(batch.engine().extract(List.of(DOCUMENT))).hasSize(1);
    }
  }

  @Test
  void aPackageThatWasReplacedInItsPlaceIsNoticed() throws Exception {
    EngineSpecification itself =
        new EngineSpecification(store.resolve("versions/v01").toString(), List.of(), List.of());
    try (LiveEngineLease direct = engines.lease(itself, 10)) {
      publish("v01-other");
      Files.writeString(store.resolve("versions/v01/manifest.json"), "v01, once more");
      until(() -> direct.modelVersion().equals("v01, once more"));
    }
  }

  @Test
  void whoeverAsksForTheSameGetsTheSameAndTheLastOneEndsIt() {
    LiveEngineLease other = engines.lease(specification(), 10);
    assertThat(loaded).hasSize(1);
    other.close();
    assertThat(loaded.peek().closed).isFalse();
    live.close();
    assertThat(loaded.peek().closed).isTrue();
    assertThatThrownBy(live::use).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void theFirstModelMustLoad() throws Exception {
    publish("bad");
    EngineSpecification other =
        new EngineSpecification(store.toString(), List.of(), List.of("extraction.x=1"));

    assertThatThrownBy(() -> engines.lease(other, 10)).hasMessage("the model is bad");
  }

  @Test
  void underLoadNoBatchMeetsAClosedEngineAndVersionsNeverGoBack() throws Exception {
    AtomicBoolean over = new AtomicBoolean();
    ExecutorService workers = Executors.newFixedThreadPool(4);
    List<Future<Optional<String>>> problems = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      problems.add(workers.submit(() -> work(over)));
    }
    for (int version = 2; version <= 11; version++) {
      String name = "v%02d".formatted(version);
      publish(name);
      until(() -> current(name));
    }
    over.set(true);
    for (Future<Optional<String>> problem : problems) {
      assertThat(problem.get()).isEmpty();
    }
    workers.shutdown();
    assertThat(live.swaps()).isEqualTo(10);
    assertThat(loaded).filteredOn(engine -> !engine.closed).hasSize(1);
  }

  /** Works until it is over; what went wrong, if anything did. */
  private Optional<String> work(AtomicBoolean over) {
    String last = "";
    while (!over.get()) {
      try (EngineLease batch = live.use()) {
        String version = batch.engine().extract(List.of(DOCUMENT)).get(0).modelVersion();
        if (version.compareTo(last) < 0) {
          return Optional.of(version + " after " + last);
        }
        last = version;
      } catch (RuntimeException e) {
        return Optional.of(e.toString());
      }
    }
    return Optional.empty();
  }

  private static final class Loaded implements TripleEngine {
    private final String version;
    private volatile boolean closed;
    private volatile int documents;

    Loaded(String version) {
      this.version = version;
    }

    @Override
    public String modelVersion() {
      return version;
    }

    @Override
    public synchronized List<Extraction> extract(List<Document> texts) {
      if (closed) {
        throw new IllegalStateException(version + " is closed");
      }
      documents += texts.size();
      return texts.stream().map(text -> new Extraction(text, List.of(), 1, version)).toList();
    }

    @Override
    public synchronized void close() {
      closed = true;
    }
  }
}
