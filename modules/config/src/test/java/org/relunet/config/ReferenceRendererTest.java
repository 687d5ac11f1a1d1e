package org.relunet.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.relunet.api.setting.Setting;

final class ReferenceRendererTest {
  @Test
  void everyKeyStandsWithItsHelpItsLimitsAndItsDefault() {
    assertThat(ReferenceRenderer.render(ExampleSchema.SCHEMA))
        .startsWith("# Every key of the configuration, with its default. A key that ")
        .endsWith(
            """
            # Finds the dependency trees.
            parser:
              # chooses the parser; settings of the others have no effect
              # one of conllu, flat, malt; default: malt
              plugin: malt

              # settings of the parser 'conllu'
              conllu:
                # The parsed file.
                # a text; default: empty
                file: ""

              # settings of the parser 'flat'
              flat: {}

              # settings of the parser 'malt'
              malt:
                # The trained model.
                # a text; default: ewt
                model: ewt

                # Parses at a time.
                # a whole number from 1 to 64; default: 2
                threads: 2

            # How the network is trained.
            training:
              # Passes over the data.
              # a whole number, at least 1; unit: epochs; default: 30
              epochs: 30

              # seed of all chance
              # a whole number of 64 bits; default: 7
              seed: 7

              # Peak learning rate.
              # a number from 0 to 1; default: 0.0002
              learning-rate: 0.0002

              # Whether to go on after a kill.
              # either true or false; default: false
              resume: false

              # What the run is called.
              # a text; default: empty
              run-name: ""

              # Where the results go.
              # a path (a relative one counts from the current directory); default: build/model
              output: build/model

              # Which spans count.
              # one of whole-spans, last-words; default: whole-spans
              match: whole-spans

              # Nodes after each pooling.
              # a list like [a, b], each item a whole number, at least 1; unit: nodes; default: [16, 8]
              core-sizes: [16, 8]

              # Stops before over-fitting.
              stopping:
                # Epochs without gain.
                # a whole number; unit: epochs; default: 5
                patience: 5

                # Least gain.
                # a number; default: 0.0
                gain: 0.0
            """);
  }

  @Test
  void theReferenceIsTheConfigurationOfTheDefaults() {
    Configuration reference =
        new ConfigurationReader(ExampleSchema.SCHEMA)
            .text("reference", ReferenceRenderer.render(ExampleSchema.SCHEMA))
            .read();

    assertThat(reference.toYaml())
        .isEqualTo(new ConfigurationReader(ExampleSchema.SCHEMA).read().toYaml());
  }

  @Test
  void longHelpIsWrapped() {
    record Wordy(
        @Setting(
                help =
                    "One, two, three, four, five, six, seven, eight, nine, ten, eleven, twelve,"
                        + " thirteen, fourteen, fifteen, sixteen, seventeen, eighteen.",
                defaultValue = "1")
            int count) {}

    assertThat(
            ReferenceRenderer.render(
                ConfigurationSchema.builder().section("wordy", "Words.", Wordy.class).build()))
        .contains(" fourteen, fifteen,\n  # sixteen, seventeen, eighteen.\n")
        .satisfies(text -> assertThat(text.lines()).allMatch(line -> line.length() <= 110));
  }
}
