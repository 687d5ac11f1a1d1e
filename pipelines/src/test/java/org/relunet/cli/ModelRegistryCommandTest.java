package org.relunet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relunet.api.triple.RelationSchema;
import org.relunet.model.store.ModelPackageWriter;
import org.relunet.model.store.provenance.DataFile;
import org.relunet.model.store.provenance.Provenance;
import org.relunet.model.store.provenance.SoftwareVersions;

/** The way of models through a registry, by the command line alone. */
class ModelRegistryCommandTest {
  @TempDir Path directory;
  private String one;
  private String two;

  @BeforeEach
  void publishTwo() throws IOException {
    one = published(write("one", 7, 0.5, "bornIn", "diedIn"));
    two = published(write("two", 8, 0.625, "bornIn", "diedIn", "worksFor"));
  }

  /** A package that looks as if it were trained. */
  private Path write(String name, int seed, double f1, String... relations) throws IOException {
    Path target = directory.resolve(name);
    try (ModelPackageWriter writer = ModelPackageWriter.create(target, "tiny")) {
      writer
          .configuration("relunet:\n  enabled: true\n")
          .relations(new RelationSchema(List.of(relations)))
          .provenance(
              new Provenance(
                  "training:\n  seed: " + seed + "\n  epochs: 3\n",
                  List.of(new DataFile("train", "a\u001b[2J.json", 9, "a".repeat(64), "CC BY 4.0")),
                  seed,
                  new SoftwareVersions("0.1.0", "17", "2.18.0", "Linux", "amd64"),
                  Instant.EPOCH,
                  Instant.EPOCH,
                  3,
                  2,
                  Map.of("dev exact F1", f1, "dev exact recall", 0.25),
                  Map.of(),
                  Map.of(),
                  Optional.empty(),
                  List.of()))
          .modelCard("A card.\n")
          .tokenizer(new TreeMap<>(Map.of("tokenizer.json", new byte[] {'{', '}'})));
      Files.write(writer.savedModelDirectory().resolve("saved_model.pb"), new byte[] {8, 1});
      writer.commit();
    }
    return target;
  }

  private String published(Path model) {
    Program.Run run = model("publish", model.toString());
    assertThat(run.status()).as(run.err()).isEqualTo(ExitStatus.DONE);
    return run.out().strip();
  }

  private Program.Run model(String command, String... more) {
    List<String> arguments =
        new ArrayList<>(List.of("model", command, "--registry", registry().toString()));
    arguments.addAll(List.of(more));
    return Program.run(arguments.toArray(String[]::new));
  }

  private Path registry() {
    return directory.resolve("registry");
  }

  @Test
  void modelsAreListedPromotedAndRolledBack() throws IOException {
    assertThat(model("promote", one).out()).isEqualTo("champion none -> " + one + "\n");
    assertThat(model("promote", two, "--alias=candidate").status()).isEqualTo(ExitStatus.DONE);
    assertThat(model("promote", "candidate", "--reason=F1 rose").out())
        .isEqualTo("champion " + one + " -> " + two + "\n");

    assertThat(model("list").out().lines().toList())
        .satisfiesExactly(
            head -> assertThat(head).startsWith("VERSION ").endsWith("F1      LICENCE"),
            first ->
                assertThat(first)
                    .matches(one + " +- +\\d{4}-\\d\\d-\\d\\dT\\S+ +0\\.5000 +CC BY 4\\.0"),
            second -> assertThat(second).matches(two + " +candidate,champion +\\S+ +0\\.6250 .*"));
    JsonNode list = new JsonMapper().readTree(model("list", "--json").out());
    assertThat(list.at("/1/version").asText()).isEqualTo(two);
    assertThat(list.at("/1/aliases/1").asText()).isEqualTo("champion");
    assertThat(list.at("/1/f1").asDouble()).isEqualTo(0.625);

    assertThat(model("rollback", "--reason=too slow").out())
        .isEqualTo("champion " + two + " -> " + one + "\n");
    assertThat(model("show", "champion").out().lines())
        .contains(
            "version " + one,
            "aliases champion",
            "training-score dev exact F1 0.5",
            "relations 2: bornIn, diedIn",
            // what a stranger's package has the terminal do is not done
            "data train a\\u001b[2J.json, 9 bytes, SHA-256 "
                + "a".repeat(64)
                + ", licence CC BY 4.0")
        .anyMatch(line -> line.endsWith(" " + one + " -> " + two + ": F1 rose"))
        .anyMatch(line -> line.endsWith("back " + two + " -> " + one + ": too slow"));
    JsonNode shown = new JsonMapper().readTree(model("show", "champion", "--json").out());
    assertThat(shown.at("/history/2/rollback").asBoolean()).isTrue();
    assertThat(shown.at("/publication/version").asText()).isEqualTo(one);
    assertThat(shown.at("/provenance/seed").asInt()).isEqualTo(7);

    Program.Run again = model("rollback");
    assertThat(again.status()).isEqualTo(ExitStatus.FAILED);
    assertThat(again.err())
        .isEqualTo("relunet: error: alias 'champion' has named nothing before " + one + "\n");
  }

  @Test
  void whoComesTooLateIsTold() {
    model("promote", one, "--expect=none");

    Program.Run late = model("promote", two, "--expect=none");
    Program.Run right = model("promote", two, "--expect=" + one);

    assertThat(late.status()).isEqualTo(ExitStatus.FAILED);
    assertThat(late.err())
        .startsWith("relunet: error: alias 'champion' names " + one + ", not no version");
    assertThat(right.status()).as(right.err()).isEqualTo(ExitStatus.DONE);
  }

  @Test
  void theDifferenceOfTwoVersionsIsInConfigurationRelationsAndScores() {
    assertThat(model("diff", one, two).out().lines())
        .containsExactly(
            "configuration training.seed: 7 -> 8",
            "relation worksFor: none -> 2",
            "score dev exact F1: 0.5 -> 0.625");
    assertThat(model("diff", one, one).out()).startsWith("no difference");
  }

  @Test
  void whatNobodyNeedsIsRemovedOnlyIfAskedFor() {
    model("promote", two);

    assertThat(model("prune").out()).isEmpty();
    Program.Run dry = model("prune", "--keep-days=0");
    assertThat(dry.out()).isEqualTo(one + "\n");
    assertThat(dry.err()).isEqualTo("relunet: 1 can go; --delete removes them\n");
    assertThat(registry().resolve("versions").resolve(one)).isDirectory();
    assertThat(model("prune", "--keep-days=0", "--delete").out()).isEqualTo(one + "\n");
    assertThat(registry().resolve("versions").resolve(one)).doesNotExist();
    assertThat(model("list").out().lines()).hasSize(2);
  }

  @Test
  void damageIsFoundAndHidesNothingElse() throws IOException {
    assertThat(model("verify").status()).isEqualTo(ExitStatus.DONE);
    Files.writeString(registry().resolve("versions").resolve(one).resolve("provenance.json"), "x");

    Program.Run run = model("verify");

    assertThat(run.status()).isEqualTo(ExitStatus.FAILED);
    assertThat(run.out()).startsWith(one + ": ").contains("provenance.json").hasLineCount(1);
    assertThat(run.err()).isEqualTo("relunet: looked at 2 versions and all aliases: 1 problem\n");
    assertThat(model("list").out()).containsPattern(one + ".*damaged").contains(two);
  }

  @Test
  void whatIsNotThereIsToldWithWhatIs() {
    model("promote", one);
    assertThat(model("show", "champoin").err())
        .contains("has no version and no alias 'champoin'", one, "Did you mean 'champion'?")
        .hasLineCount(1);
    assertThat(Program.run("model", "list", "--registry=" + directory.resolve("none")).err())
        .startsWith("relunet: error: there is no model registry at ");
    assertThat(Program.run("model", "list", "--registry=gopher://models").err())
        .contains("nothing here reads a model registry at gopher://models");
  }
}
