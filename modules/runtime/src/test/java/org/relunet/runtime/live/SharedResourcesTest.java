package org.relunet.runtime.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.relunet.api.text.Document;
import org.relunet.api.triple.Extraction;
import org.relunet.runtime.EngineSpecification;
import org.relunet.runtime.TripleEngine;

final class SharedResourcesTest {
  private static final EngineSpecification SPECIFICATION =
      new EngineSpecification("model", List.of(), List.of());

  private final List<Loaded> loaded = new ArrayList<>();
  private final SharedResources<EngineSpecification, TripleEngine> engines =
      new SharedResources<>(this::load, TripleEngine::close);

  @Test
  void theLastLeaseThatIsGivenBackClosesTheEngine() {
    SharedResources.Lease<TripleEngine> first = engines.lease(SPECIFICATION);
    SharedResources.Lease<TripleEngine> second = engines.lease(SPECIFICATION);
    assertThat(loaded).hasSize(1);

    first.close();
    assertThat(loaded.get(0).closed).isZero();
    second.close();
    assertThat(loaded.get(0).closed).isOne();
  }

  @Test
  void aLeaseCountsOnceHoweverOftenItIsGivenBack() {
    SharedResources.Lease<TripleEngine> first = engines.lease(SPECIFICATION);
    SharedResources.Lease<TripleEngine> second = engines.lease(SPECIFICATION);
    first.close();
    first.close();
    assertThat(loaded.get(0).closed).isZero();
    second.close();
  }

  @Test
  void whoComesAfterTheLastLeftGetsANewEngine() {
    engines.lease(SPECIFICATION).close();
    try (SharedResources.Lease<TripleEngine> later = engines.lease(SPECIFICATION)) {
      assertThat(later.get()).isSameAs(loaded.get(1));
      assertThat(loaded.get(1).closed).isZero();
    }
  }

  private TripleEngine load(EngineSpecification specification) {
    Loaded engine = new Loaded();
    loaded.add(engine);
    return engine;
  }

  private static final class Loaded implements TripleEngine {
    private int closed;

    @Override
    public String modelVersion() {
      return "1";
    }

    @Override
    public List<Extraction> extract(List<Document> documents) {
      return List.of();
    }

    @Override
    public void close() {
      closed++;
    }
  }
}
