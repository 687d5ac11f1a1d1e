package org.relunet.contract.parser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.Collections;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.relunet.api.plugin.Parser;
import org.relunet.api.plugin.ParserPlugin;
import org.relunet.api.syntax.DependencyTree;

/** The contract passes what keeps it and fails what breaks it. */
final class ParserContractTest {
  @Test
  void passesAParserThatKeepsIt() {
    assertThat(failures(Right.class)).isEmpty();
  }

  @Test
  void failsOneThatCutsLongSentences() {
    assertThat(failures(Cutting.class)).containsExactly("givesATreeOverTheSentencesWords");
  }

  @Test
  void failsOneThatIsNotTheSameEveryTime() {
    assertThat(failures(AtRandom.class))
        .containsExactlyInAnyOrder(
            "givesTheSameTreeEveryTime",
            "looksAtWordsNotAtTheirPlaceInTheDocument",
            "parsesOnManyThreadsAsOnOne");
  }

  @Test
  void failsOneThatLeavesLabelsBlank() {
    assertThat(failures(Unlabeled.class)).containsExactly("labelsEveryDependency");
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

  /** Every word depends on the one before it. */
  private static DependencyTree chain(int size, String label) {
    return new DependencyTree(
        IntStream.range(-1, size - 1).toArray(), Collections.nCopies(size, label));
  }

  private abstract static class Suite extends ParserContract<ChainPlugin.Settings> {
    private final Parser parser;

    Suite(Parser parser) {
      this.parser = parser;
    }

    @Override
    protected ParserPlugin<ChainPlugin.Settings> plugin() {
      return new ChainPlugin(parser);
    }

    @Override
    protected ChainPlugin.Settings settings() {
      return new ChainPlugin.Settings();
    }
  }

  static final class Right extends Suite {
    Right() {
      super(sentence -> chain(sentence.size(), "dep"));
    }
  }

  static final class Cutting extends Suite {
    Cutting() {
      super(sentence -> chain(Math.min(sentence.size(), 512), "dep"));
    }
  }

  static final class Unlabeled extends Suite {
    Unlabeled() {
      super(sentence -> chain(sentence.size(), " "));
    }
  }

  static final class AtRandom extends Suite {
    private static final Random RANDOM = new Random(1);

    AtRandom() {
      super(sentence -> chain(sentence.size(), "dep" + RANDOM.nextInt()));
    }
  }
}
