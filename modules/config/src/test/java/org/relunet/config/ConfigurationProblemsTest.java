package org.relunet.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.relunet.config.problem.ConfigurationException;
import org.relunet.config.problem.Location;
import org.relunet.config.problem.Problem;

/** What is said of wrong configurations, word by word. */
final class ConfigurationProblemsTest {
  private static List<String> problems(String yaml, String... overrides) {
    ConfigurationReader reader =
        new ConfigurationReader(ExampleSchema.SCHEMA)
            .text("job.yaml", yaml)
            .overrides(List.of(overrides));
    ConfigurationException thrown =
        catchThrowableOfType(ConfigurationException.class, reader::read);
    assertThat(thrown).as("the exception for: %s", yaml).isNotNull();
    List<String> lines = thrown.problems().stream().map(Problem::toString).toList();
    assertThat(thrown).hasMessage(String.join("\n", lines));
    return lines;
  }

  @Test
  void ofManyProblemsTheFirstAreShown() {
    List<Problem> problems =
        IntStream.range(0, 22).mapToObj(i -> new Problem(Location.of("f"), "p" + i)).toList();
    assertThat(new ConfigurationException(problems).getMessage().lines())
        .hasSize(21)
        .endsWith("f: p19", "and 2 more problems");
    assertThat(new ConfigurationException(problems).problems()).hasSize(22);
  }

  @Test
  void unknownNamesOfEveryKind() {
    assertThat(
            problems(
                """
                trainin: {}
                training:
                  epoch: 3
                  coreSizes: [1]
                  match: whole_spans
                  stopping:
                    patience: 2
                    gian: 1
                parser:
                  plugin: mlat
                  spacy: {}
                  malt:
                    zebra: 1
                """))
        .containsExactly(
            "job.yaml:1:1: unknown section 'trainin'; available: parser, training. Did you mean"
                + " 'training'?",
            "job.yaml:3:3: training: unknown key 'epoch'; available: epochs, seed, learning-rate,"
                + " resume, run-name, output, match, core-sizes, stopping. Did you mean 'epochs'?",
            "job.yaml:4:3: training: unknown key 'coreSizes'; available: epochs, seed,"
                + " learning-rate, resume, run-name, output, match, core-sizes, stopping. Did you"
                + " mean 'core-sizes'?",
            "job.yaml:5:10: training.match: unknown choice 'whole_spans'; available: whole-spans,"
                + " last-words. Did you mean 'whole-spans'?",
            "job.yaml:8:5: training.stopping: unknown key 'gian'; available: patience, gain. Did"
                + " you mean 'gain'?",
            "job.yaml:10:11: parser.plugin: unknown parser 'mlat'; available: conllu, flat, malt."
                + " Did you mean 'malt'?",
            "job.yaml:11:3: parser: unknown key 'spacy'; available: plugin, conllu, flat, malt",
            "job.yaml:13:5: parser.malt: unknown key 'zebra'; available: model, threads");
  }

  @Test
  void wrongTypesAndNumbersBeyondTheirLimits() {
    assertThat(
            problems(
                """
                training:
                  epochs: 0
                  seed: 1.5
                  learning-rate: fast
                  resume: yes
                  run-name: [a]
                  output:
                  core-sizes: [4, x, 0]
                  stopping: 3
                parser:
                  malt: {threads: 65}
                """))
        .containsExactly(
            "job.yaml:2:11: training.epochs: must be a whole number, at least 1, but is '0'",
            "job.yaml:3:9: training.seed: must be a whole number of 64 bits, but is '1.5'",
            "job.yaml:4:18: training.learning-rate: must be a number from 0 to 1, but is 'fast'",
            "job.yaml:5:11: training.resume: must be either true or false, but is 'yes'",
            "job.yaml:6:13: training.run-name: must be a text, but is a list",
            "job.yaml:7:10: training.output: must be a path (a relative one counts from the"
                + " current directory), but is empty",
            "job.yaml:8:19: training.core-sizes[1]: must be a whole number, at least 1, but is"
                + " 'x'",
            "job.yaml:8:22: training.core-sizes[2]: must be a whole number, at least 1, but is"
                + " '0'",
            "job.yaml:9:13: training.stopping: must hold keys (patience, gain), but is '3'",
            "job.yaml:11:19: parser.malt.threads: must be a whole number from 1 to 64, but is"
                + " '65'");
  }

  @Test
  void numbersThatNoTypeHolds() {
    assertThat(
            problems(
                "training: {epochs: 2147483648, seed: 9223372036854775808, learning-rate: .nan}"))
        .hasSize(3)
        .allMatch(problem -> problem.contains("must be a"));
    assertThat(problems("training: {learning-rate: 1e999, epochs: \"5\"}"))
        .hasSize(2)
        .last()
        .asString()
        .endsWith("but is the text \"5\"");
  }

  @Test
  void duplicateKeysAliasesTagsAndSeveralDocuments() {
    assertThat(problems("training:\n  epochs: 9\n  epochs: 10\n"))
        .containsExactly("job.yaml:3:3: duplicate key 'epochs', first given at job.yaml:2:3");
    assertThat(problems("training: &a {epochs: 9}\nparser: *a\n"))
        .containsExactly("job.yaml:2:9: aliases are not supported; write the value out");
    assertThat(problems("training: {run-name: !!str 5}"))
        .singleElement()
        .asString()
        .startsWith("job.yaml:1:22: tags are not supported");
    assertThat(problems("training: {}\n---\nparser: {}\n"))
        .singleElement()
        .asString()
        .endsWith("a configuration is one YAML document, this has several");
    assertThat(problems("[a, b]: 1"))
        .containsExactly("job.yaml:1:1: a key must be a name, but is a list");
    assertThat(problems("- a"))
        .containsExactly("job.yaml:1:1: must hold sections (parser, training), but is a list");
  }

  @Test
  void textThatIsNotYaml() {
    assertThat(problems("training:\n  epochs: [1\n"))
        .singleElement()
        .asString()
        .startsWith("job.yaml:3:1: is not YAML: ");
    assertThat(problems("training: \u0000"))
        .singleElement()
        .asString()
        .startsWith("job.yaml:1:1: is not YAML: ");
    assertThat(problems("[".repeat(100_000)))
        .singleElement()
        .asString()
        .endsWith("nested more than 32 deep");
  }

  @Test
  void wrongOverridesAreNamedAsTyped() {
    assertThat(
            problems(
                "",
                "parser.plugin",
                "=3",
                "training..epochs=3",
                "training.epochs=many",
                "trainng.epochs=3",
                "training.core-sizes=[1",
                "parser=malt"))
        .satisfiesExactly(
            text ->
                assertThat(text)
                    .isEqualTo("--set parser.plugin: has no value; write it as section.key=value"),
            text -> assertThat(text).startsWith("--set =3: does not name a key"),
            text -> assertThat(text).startsWith("--set training..epochs=3: does not name a key"),
            text ->
                assertThat(text)
                    .isEqualTo(
                        "--set training.epochs=many: training.epochs: must be a whole number, at"
                            + " least 1, but is 'many'"),
            text -> assertThat(text).endsWith("Did you mean 'training'?"),
            text -> assertThat(text).startsWith("--set training.core-sizes=[1: is not YAML: "),
            text ->
                assertThat(text)
                    .isEqualTo(
                        "--set parser=malt: parser: must hold keys (plugin, conllu, flat, malt),"
                            + " but is 'malt'"));
  }

  @Test
  void aConstructorsObjectionStandsWhereTheKeyIs() {
    assertThat(problems("training:\n  seed: 3\n  epochs: 2\n"))
        .containsExactly("job.yaml:3:3: training: stopping.patience must not be above epochs");
    assertThat(problems("training:\n  stopping:\n    patience: 31\n"))
        .containsExactly("job.yaml:2:3: training: stopping.patience must not be above epochs");
    assertThat(problems("", "training.epochs=2"))
        .containsExactly(
            "--set training.epochs=2: training: stopping.patience must not be above epochs");
  }

  @Test
  void pluginsThatAreNotChosenAreCheckedToo() {
    assertThat(problems("parser: {plugin: malt, conllu: {file: a.txt}}"))
        .containsExactly("job.yaml:1:33: parser.conllu: file must be CoNLL-U, not plain text");
  }

  @Test
  void aWrongValueIsFoundBeneathALaterLayer() {
    assertThat(problems("training: {epochs: none}", "training.epochs=3"))
        .containsExactly(
            "job.yaml:1:20: training.epochs: must be a whole number, at least 1, but is 'none'");
  }
}
