package org.relunet.contract.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.relunet.api.plugin.Tokenizer;
import org.relunet.api.plugin.TokenizerPlugin;
import org.relunet.api.text.Document;
import org.relunet.api.text.Sentence;

/** The contract passes what keeps it and fails what breaks it. */
final class TokenizerContractTest {
  @Test
  void passesATokenizerThatKeepsIt() {
    assertThat(failures(Right.class)).isEmpty();
  }

  @Test
  void failsOneThatLosesCharacters() {
    assertThat(failures(Losing.class))
        .contains(
            "putsEveryVisibleCharacterIntoAToken", "takesAMegabyteWithoutAFullStopInBoundedTime");
  }

  @Test
  void failsOneThatCountsInANormalisedText() {
    assertThat(failures(Shifted.class)).contains("givesOffsetsOfTheOriginalText");
  }

  @Test
  void failsOneThatTagsAtRandom() {
    assertThat(failures(AtRandom.class))
        .containsExactlyInAnyOrder("givesTheSameEveryTime", "splitsOnManyThreadsAsOnOne");
  }

  private static Set<String> failures(Class<?> suite) {
    return EngineTestKit.engine("junit-jupiter")
        .selectors(selectClass(suite))
        .execute()
        .testEvents()
        .failed()
        .stream()
        .map(event -> event.getTestDescriptor().getLegacyReportingName().replaceAll("\\(.*", ""))
        .collect(Collectors.toSet());
  }

  private abstract static class Suite extends TokenizerContract<SpacePlugin.Settings> {
    private final Tokenizer tokenizer;

    Suite(Tokenizer tokenizer) {
      this.tokenizer = tokenizer;
    }

    @Override
    protected TokenizerPlugin<SpacePlugin.Settings> plugin() {
      return new SpacePlugin(tokenizer);
    }

    @Override
    protected SpacePlugin.Settings settings() {
      return new SpacePlugin.Settings();
    }
  }

  static final class Right extends Suite {
    Right() {
      super(new SpaceTokenizer());
    }
  }

  static final class Losing extends Suite {
    Losing() {
      super(
          new SpaceTokenizer() {
            @Override
            public List<Sentence> tokenize(Document document) {
              String text = document.text();
              String cut = text.substring(0, Math.min(text.length(), 80));
              return super.tokenize(new Document(document.id(), cut));
            }
          });
    }
  }

  static final class Shifted extends Suite {
    Shifted() {
      super(
          new SpaceTokenizer() {
            @Override
            public List<Sentence> tokenize(Document document) {
              return super.tokenize(
                  new Document(document.id(), document.text().replaceAll("\\s+", " ").strip()));
            }
          });
    }
  }

  static final class AtRandom extends Suite {
    AtRandom() {
      super(
          new SpaceTokenizer() {
            private final Random random = new Random(1);

            @Override
            String tagOf(String form) {
              return random.nextBoolean() ? "NOUN" : "VERB";
            }
          });
    }
  }
}
