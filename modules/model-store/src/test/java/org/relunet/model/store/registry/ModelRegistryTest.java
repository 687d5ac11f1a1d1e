package org.relunet.model.store.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relunet.common.directories.Directories;
import org.relunet.model.store.ExamplePackage;
import org.relunet.model.store.ModelPackage;
import org.relunet.model.store.manifest.ModelPackageException;

class ModelRegistryTest {
  private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

  @TempDir Path directory;
  private Path root;
  private ModelRegistry registry;
  private String a;
  private String b;
  private String c;

  @BeforeEach
  void publishThree() throws IOException {
    root = directory.resolve("registry");
    registry = new ModelRegistry(new DirectoryStorage(root), () -> NOW);
    a = publish("a: 1\n").version();
    b = publish("b: 2\n").version();
    c = publish("c: 3\n").version();
  }

  private ModelPackage publish(String configuration) throws IOException {
    return publish(configuration, NOW.minus(Duration.ofDays(9)));
  }

  private ModelPackage publish(String configuration, Instant when) throws IOException {
    Path place = directory.resolve("trained-" + configuration.charAt(0));
    ModelPackage model =
        Files.exists(place)
            ? ModelPackage.open(place)
            : ExamplePackage.writeOther(place, configuration);
    return registry.publish(model, Publication.of(model, when));
  }

  private List<Path> hidden() throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(path -> path.getFileName().toString().startsWith(".")).toList();
    }
  }

  @Test
  void aPublishedPackageIsACheckedCopy() throws IOException {
    assertThat(registry.versions()).containsExactlyInAnyOrder(a, b, c);
    assertThat(registry.open(a).directory())
        .isEqualTo(root.resolve("versions").resolve(a).toRealPath());
    assertThat(registry.publication(a).orElseThrow().scores()).containsEntry("f1", 0.5);
    assertThat(hidden()).isEmpty();
  }

  @Test
  void publishingTheSameContentAgainChangesNothing() throws IOException {
    publish("a: 1\n", NOW);

    assertThat(registry.versions()).hasSize(3);
    assertThat(registry.publication(a).orElseThrow().published()).isBefore(NOW);
  }

  @Test
  void aPublicationSurvivesItsFile() throws IOException {
    ModelPackage model = ExamplePackage.writeOther(directory.resolve("d"), "d: 4\n");
    Publication publication =
        new Publication(
            model.version(),
            NOW,
            Optional.of(a),
            Map.of("corrections", Map.of(0, 17L, 1, 0L)),
            Map.of("f1", 0.75),
            Optional.of(new GateVerdict(true, List.of("F1 rose by 0.02"))),
            Optional.of("2026-06-01"));

    registry.publish(model, publication);

    assertThat(ModelRegistry.at(root.toString()).publication(model.version()))
        .contains(publication);
  }

  @Test
  void aDamagedPackageIsNotPublished() throws IOException {
    ModelPackage model = ExamplePackage.writeOther(directory.resolve("d"), "d: 4\n");
    Files.writeString(model.configurationFile(), "d: 5\n");

    assertThatThrownBy(() -> registry.publish(model, Publication.of(model, NOW)))
        .isInstanceOf(ModelPackageException.class);
    assertThat(registry.versions()).doesNotContain(model.version());
    assertThat(root.resolve("publications"))
        .isDirectoryNotContaining("glob:**" + model.version() + "*");
    assertThat(hidden()).isEmpty();
  }

  @Test
  void aCopyThatFailsLeavesNothing() throws IOException {
    ModelPackage model = ExamplePackage.writeOther(directory.resolve("d"), "d: 4\n");
    Files.delete(model.directory().resolve("saved_model/variables/variables.index"));

    assertThatThrownBy(() -> registry.publish(model, Publication.of(model, NOW)))
        .isInstanceOf(IOException.class);
    assertThat(registry.versions()).containsExactlyInAnyOrder(a, b, c);
    assertThat(hidden()).isEmpty();
  }

  @Test
  void aPublicationLeftByAKilledProcessIsReplaced() throws IOException {
    ModelPackage model = ExamplePackage.writeOther(directory.resolve("d"), "d: 4\n");
    Files.writeString(root.resolve("publications").resolve(model.version() + ".json"), "{\"ver");

    registry.publish(model, Publication.of(model, NOW));

    assertThat(registry.publication(model.version()).orElseThrow().published()).isEqualTo(NOW);
  }

  @Test
  void anAliasChangesOnlyIfItNamesWhatIsExpected() throws IOException {
    registry.promote("champion", Optional.empty(), a, "first");
    registry.promote("champion", Optional.of(a), b, "better");

    assertThatThrownBy(() -> registry.promote("champion", Optional.of(a), c, "late"))
        .isInstanceOfSatisfying(
            AliasConflictException.class, conflict -> assertThat(conflict.found()).contains(b))
        .hasMessageContaining("alias 'champion' names " + b + ", not " + a);
    assertThatThrownBy(() -> registry.promote("champion", Optional.empty(), c, "late"))
        .isInstanceOf(AliasConflictException.class)
        .hasMessageContaining("not no version as expected");
    assertThat(registry.aliases()).isEqualTo(Map.of("champion", b));
    assertThat(registry.history("champion"))
        .containsExactly(
            new AliasChange(NOW, Optional.empty(), a, "first", false),
            new AliasChange(NOW, Optional.of(a), b, "better", false));
    assertThat(Files.readString(root.resolve("aliases/champion"))).isEqualTo(b + "\n");
  }

  @Test
  void promotingAgainWhatWasPromotedChangesNothing() throws IOException {
    registry.promote("champion", Optional.empty(), a, "first");
    registry.promote("champion", Optional.empty(), a, "again after a crash");

    assertThat(registry.history("champion")).hasSize(1);
  }

  @Test
  void rollbacksAreKeptInTheHistoryAndGoBackOneByOne() throws IOException {
    registry.promote("champion", Optional.empty(), a, "first");
    registry.promote("champion", Optional.of(a), b, "better");
    registry.promote("champion", Optional.of(b), c, "best");

    assertThat(registry.rollback("champion", "it misses dates")).isEqualTo(b);
    assertThat(registry.rollback("champion")).isEqualTo(a);
    assertThatThrownBy(() -> registry.rollback("champion"))
        .hasMessage("alias 'champion' has named nothing before " + a);
    assertThat(registry.history("champion"))
        .extracting(AliasChange::why)
        .containsExactly("first", "better", "best", "it misses dates", "rolled back");
    assertThatThrownBy(() -> registry.rollback("champoin"))
        .hasMessageContaining(
            "has no alias 'champoin'; it has [champion]. Did you mean 'champion'?");
  }

  @Test
  void anAliasFileOfBeforeHistoriesIsReadAndHasAPastFromThenOn() throws IOException {
    Files.createDirectories(root.resolve("aliases"));
    Files.writeString(root.resolve("aliases/current"), a);

    assertThat(registry.alias("current")).contains(a);
    registry.promote("current", Optional.of(a), b, "better");
    Files.writeString(root.resolve("aliases/current"), c + "\n");
    assertThat(registry.history("current"))
        .extracting(AliasChange::to, AliasChange::why)
        .containsExactly(
            tuple(a, DirectoryAliases.OUTSIDE),
            tuple(b, "better"),
            tuple(c, DirectoryAliases.OUTSIDE));
    assertThat(registry.rollback("current")).isEqualTo(b);
    assertThat(registry.rollback("current")).isEqualTo(a);
  }

  @Test
  void aChangeThatACrashCutOffBeforeTheAliasWasChangedNeverHappened() throws IOException {
    registry.promote("champion", Optional.empty(), a, "first");
    AliasChange cutOff = new AliasChange(NOW, Optional.of(a), b, "cut off", false);
    Files.writeString(root.resolve("history/champion/00000002.json"), cutOff.toJson());

    assertThat(registry.alias("champion")).contains(a);
    assertThat(registry.history("champion")).hasSize(1);
    registry.promote("champion", Optional.of(a), c, "better");
    assertThat(registry.history("champion"))
        .extracting(AliasChange::why)
        .containsExactly("first", "better");
  }

  @Test
  void anAliasWhoseFileWasDeletedBeginsAnew() throws IOException {
    registry.promote("champion", Optional.empty(), a, "first");
    registry.promote("champion", Optional.of(a), b, "better");
    Files.delete(root.resolve("aliases/champion"));

    registry.promote("champion", Optional.empty(), c, "anew");

    assertThat(registry.history("champion")).extracting(AliasChange::why).containsExactly("anew");
  }

  @Test
  void pruningKeepsWhatIsNamedWasNamedLastOrIsYoung() throws IOException {
    String young = publish("d: 4\n", NOW.minusSeconds(60)).version();
    String e = publish("e: 5\n").version();
    registry.promote("champion", Optional.empty(), a, "");
    registry.promote("champion", Optional.of(a), b, "");
    registry.promote("champion", Optional.of(b), c, "");
    PruneRule rule = new PruneRule(2, Duration.ofDays(1));

    assertThat(registry.prune(rule, false)).containsExactlyInAnyOrder(a, e);
    assertThat(registry.versions()).hasSize(5);
    assertThat(registry.prune(rule, true)).containsExactlyInAnyOrder(a, e);
    assertThat(registry.versions()).containsExactlyInAnyOrder(b, c, young);
    assertThat(root.resolve("publications")).isDirectoryNotContaining("glob:**" + a + "*");
    assertThat(registry.rollback("champion")).isEqualTo(b);
    assertThatThrownBy(() -> registry.rollback("champion"))
        .hasMessageContaining("has no version '" + a + "'");
    assertThat(hidden()).isEmpty();
  }

  @Test
  void pruningRemovesWhatAKilledPublisherLeft() throws IOException {
    Path left = Directories.createBeside(root.resolve("versions/tiny-x"));
    Files.setLastModifiedTime(left, FileTime.from(NOW.minus(Duration.ofDays(2))));
    PruneRule rule = new PruneRule(2, Duration.ofDays(1));
    for (String version : List.of(a, b, c)) {
      registry.promote("keep-" + version, Optional.empty(), version, "");
    }

    assertThat(registry.prune(rule, false)).containsExactly(left.toString());
    registry.prune(rule, true);

    assertThat(left).doesNotExist();
  }

  @Test
  void verifyingFindsEveryFault() throws IOException {
    registry.promote("champion", Optional.empty(), a, "");
    registry.promote("gone", Optional.empty(), c, "");
    assertThat(registry.verify()).isEmpty();

    Files.writeString(registry.open(a).configurationFile(), "a: 2\n");
    Files.writeString(root.resolve("publications").resolve(b + ".json"), "{}");
    Directories.deleteAll(root.resolve("versions").resolve(c));
    Files.createDirectories(root.resolve("versions/empty"));

    assertThat(registry.verify())
        .extracting(Finding::subject)
        .containsExactlyInAnyOrder("empty", a, b, "alias gone");
    assertThat(registry.verify().toString())
        .contains("SHA-256 is", "needs the keys version and published", "which is not there");
  }

  @Test
  void whatIsNotThereIsRefusedWithWhatIs() throws IOException {
    registry.promote("champion", Optional.empty(), a, "");
    String almost = a.substring(0, a.length() - 1) + "x";

    assertThat(registry.find("champion")).isEqualTo(a);
    assertThat(registry.find(b)).isEqualTo(b);
    assertThatThrownBy(() -> registry.find("champio"))
        .hasMessageContaining("Did you mean 'champion'?");
    assertThatThrownBy(() -> registry.promote("x", Optional.empty(), almost, ""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("has no version '" + almost + "'")
        .hasMessageContaining("Did you mean '" + a + "'?");
    assertThatThrownBy(() -> registry.alias("../x"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("alias '../x' is not allowed");
    assertThatThrownBy(() -> ModelRegistry.at("gopher://x/y"))
        .hasMessageContaining("none for gopher://");
  }

  @Test
  void aSummaryIsReadFromSmallFilesThatTheManifestVouchesFor() throws IOException {
    assertThat(registry.summary(b).configuration()).isEqualTo("b: 2\n");
    assertThat(registry.summary(b).publication()).isPresent();

    Files.writeString(registry.open(b).directory().resolve("provenance.json"), "{}");

    assertThatThrownBy(() -> registry.summary(b))
        .isInstanceOf(ModelPackageException.class)
        .hasMessageContaining("provenance.json");
  }
}
