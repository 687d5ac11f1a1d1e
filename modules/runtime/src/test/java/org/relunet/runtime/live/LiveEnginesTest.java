package org.relunet.runtime.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.relunet.api.text.Document;
import org.relunet.api.triple.Extraction;
import org.relunet.api.triple.Triple;
import org.relunet.model.store.ModelPackage;
import org.relunet.model.store.PackageLayout;
import org.relunet.model.store.registry.ModelRegistry;
import org.relunet.model.store.registry.Publication;
import org.relunet.runtime.EngineSpecification;
import org.relunet.runtime.lease.Lease;
import org.relunet.runtime.testing.PackageCopy;
import org.relunet.runtime.testing.TinyModel;

/** With models of few parameters, but real ones. */
@Timeout(300)
final class LiveEnginesTest {
  private static final long CHECK_MILLIS = 20;
  private static final List<Document> BATCH =
      List.of(new Document("a", "Anna was born in Rome ."), new Document("b", "rain ."));

  @TempDir Path directory;

  @Test
  void whoAsksForTheSameSharesOneEngine() {
    Lease<LiveEngine> one = LiveEngines.lease(TinyModel.specification(), CHECK_MILLIS);
    Lease<LiveEngine> other = LiveEngines.lease(TinyModel.specification(), CHECK_MILLIS);
    assertThat(other.engine()).isSameAs(one.engine());
    one.close();
    assertThat(other.engine().extract(BATCH)).hasSize(2);
    other.close();
    assertThatThrownBy(() -> one.engine().extract(BATCH)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aJobGoesOverToTheVersionThatTheAliasComesToNameAndPastADamagedOne() throws Exception {
    ModelRegistry registry = ModelRegistry.at(directory.resolve("store").toString());
    String one = publish(registry, TinyModel.directory()).version();
    String two = publish(registry, withOtherRelations("cityOfBirth")).version();
    ModelPackage damaged = publish(registry, withOtherRelations("homeTown"));
    PackageCopy.damage(damaged.directory());
    registry.promote("current", Optional.empty(), one, "");

    EngineSpecification specification =
        new EngineSpecification(directory.resolve("store").toString(), List.of(), List.of());
    try (Lease<LiveEngine> lease = LiveEngines.lease(specification, CHECK_MILLIS)) {
      LiveEngine engine = lease.engine();
      List<Extraction> before = engine.extract(BATCH);
      assertThat(before).extracting(Extraction::modelVersion).containsOnly(one);
      assertThat(relations(before)).containsExactly("bornIn");

      registry.promote("current", Optional.of(one), two, "");
      await(() -> engine.status().swaps() == 1);
      List<Extraction> after = engine.extract(BATCH);
      assertThat(after).extracting(Extraction::modelVersion).containsOnly(two);
      assertThat(relations(after)).containsExactly("cityOfBirth");

      registry.promote("current", Optional.of(two), damaged.version(), "");
      await(() -> engine.status().refusals() == 1);
      assertThat(engine.status().problem().orElseThrow()).contains(PackageCopy.VALUES, "SHA-256");
      assertThat(engine.extract(BATCH)).extracting(Extraction::modelVersion).containsOnly(two);

      assertThat(registry.rollback("current")).isEqualTo(two);
      assertThat(registry.rollback("current")).isEqualTo(one);
      await(() -> engine.status().swaps() == 2);
      assertThat(engine.extract(BATCH)).extracting(Extraction::modelVersion).containsOnly(one);
    }
  }

  private static ModelPackage publish(ModelRegistry registry, Path directory) throws IOException {
    ModelPackage model = ModelPackage.open(directory);
    return registry.publish(model, Publication.of(model, Instant.EPOCH));
  }

  private Path withOtherRelations(String bornIn) throws Exception {
    Path copy = PackageCopy.of(directory.resolve(bornIn));
    Path relations = copy.resolve(PackageLayout.RELATIONS);
    Files.writeString(relations, Files.readString(relations).replace("bornIn", bornIn));
    PackageCopy.seal(copy);
    return copy;
  }

  private static List<String> relations(List<Extraction> extractions) {
    return extractions.stream()
        .flatMap(extraction -> extraction.triples().stream())
        .map(Triple::relation)
        .toList();
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    while (!condition.getAsBoolean()) {
      Thread.sleep(5);
    }
  }
}
