package org.relunet.runtime.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relunet.model.store.ModelPackage;
import org.relunet.model.store.manifest.ModelPackageException;
import org.relunet.runtime.EngineLease;
import org.relunet.runtime.EngineSpecification;
import org.relunet.runtime.TripleEngine;
import org.relunet.runtime.testing.TinyModel;

final class EnginesTest {
  @Test
  void threadsThatAskAtOnceShareOneEngine() throws Exception {
    int threads = 6;
    CyclicBarrier together = new CyclicBarrier(threads);
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<TripleEngine>> asked =
          IntStream.range(0, threads)
              .mapToObj(
                  i ->
                      pool.submit(
                          () -> {
                            together.await();
                            return Engines.lease(TinyModel.specification()).engine();
                          }))
              .toList();
      Set<TripleEngine> engines = new HashSet<>();
      for (Future<TripleEngine> future : asked) {
        engines.add(future.get());
      }
      assertThat(engines).hasSize(1);
    } finally {
      pool.shutdown();
    }
  }

  @Test
  void anotherSpecificationHasAnotherEngine() {
    try (EngineLease one = Engines.lease(TinyModel.specification());
        EngineLease same = Engines.lease(TinyModel.specification());
        EngineLease other =
            Engines.lease(TinyModel.specification("extraction.minimum-confidence=0.9"))) {
      assertThat(same.engine()).isSameAs(one.engine());
      assertThat(other.engine()).isNotSameAs(one.engine());
    }
  }

  @Test
  void anEngineCarriesItsModelsVersion() {
    try (EngineLease lease = Engines.lease(TinyModel.specification())) {
      assertThat(lease.engine().modelVersion())
          .isEqualTo(ModelPackage.open(TinyModel.directory()).version());
    }
  }

  @Test
  void aFailureIsNotKept(@TempDir Path directory) throws Exception {
    Path link = directory.resolve("model");
    EngineSpecification specification =
        new EngineSpecification(link.toString(), List.of(), List.of());
    assertThatThrownBy(() -> Engines.lease(specification))
        .isInstanceOf(ModelPackageException.class);

    Files.createSymbolicLink(link, TinyModel.directory());

    try (EngineLease lease = Engines.lease(specification)) {
      assertThat(lease.engine().modelVersion()).startsWith("tiny");
    }
    Files.delete(link);
  }
}
