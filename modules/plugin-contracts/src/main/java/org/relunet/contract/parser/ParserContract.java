package org.relunet.contract.parser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.relunet.api.plugin.Parser;
import org.relunet.api.plugin.ParserPlugin;
import org.relunet.api.syntax.DependencyTree;
import org.relunet.api.text.CharacterSpan;
import org.relunet.api.text.Sentence;
import org.relunet.api.text.Token;
import org.relunet.contract.plugin.PluginContract;

/**
 * What every parser plugin must do. That its trees have one root, one head a word and no cycle is
 * checked by {@link DependencyTree} itself: here it must come so far that there is one.
 *
 * @param <C> the plugin's settings
 */
public abstract class ParserContract<C extends Record> extends PluginContract<C, Parser> {
  private static final Duration LONGEST = Duration.ofSeconds(60);

  protected ParserContract() {
    super(ParserPlugin.class, Parser.class);
  }

  static List<Sentence> sentences() {
    return ContractSentences.all();
  }

  @ParameterizedTest
  @MethodSource("sentences")
  final void givesATreeOverTheSentencesWords(Sentence sentence) {
    assertThat(parse(sentence).size()).isEqualTo(sentence.size());
  }

  @ParameterizedTest
  @MethodSource("sentences")
  final void labelsEveryDependency(Sentence sentence) {
    DependencyTree tree = parse(sentence);
    for (int word = 0; word < tree.size(); word++) {
      assertThat(tree.label(word)).as("label of word %s", word).isNotBlank();
    }
  }

  @ParameterizedTest
  @MethodSource("sentences")
  final void givesTheSameTreeEveryTime(Sentence sentence) {
    DependencyTree first = parse(sentence);
    parse(ContractSentences.PLAIN);
    assertThat(parse(sentence)).isEqualTo(first);
  }

  @Test
  final void makesTheOnlyWordOfASentenceItsRoot() {
    assertThat(parse(ContractSentences.ONE_WORD).head(0)).isEqualTo(DependencyTree.ROOT);
  }

  @Test
  final void looksAtWordsNotAtTheirPlaceInTheDocument() {
    List<Token> moved = new ArrayList<>();
    for (Token token : ContractSentences.PLAIN.tokens()) {
      CharacterSpan span = new CharacterSpan(token.start() + 1000, token.end() + 1000);
      moved.add(new Token(token.text(), span, token.tag()));
    }
    assertThat(parse(new Sentence(new CharacterSpan(900, 5000), moved)))
        .isEqualTo(parse(ContractSentences.PLAIN));
  }

  @Test
  final void parsesThreeThousandWordsInBoundedTime() {
    assertThat(ContractSentences.LONG.size()).isEqualTo(3000);
    Assertions.assertTimeoutPreemptively(LONGEST, () -> parse(ContractSentences.LONG));
  }

  @Test
  final void parsesOnManyThreadsAsOnOne() {
    List<Sentence> sentences = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      sentences.addAll(sentences().subList(0, 5));
    }
    List<DependencyTree> parallel = sentences.parallelStream().map(this::parse).toList();
    for (int i = 0; i < sentences.size(); i++) {
      assertThat(parallel.get(i)).isEqualTo(parse(sentences.get(i)));
    }
  }

  private DependencyTree parse(Sentence sentence) {
    return bound().parse(sentence);
  }
}
