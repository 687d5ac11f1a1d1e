package org.relunet.evaluation.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.relunet.corpus.TextTriple;

class MatchRuleTest {
  private static boolean same(MatchRule rule, TextTriple one, TextTriple other) {
    return rule.key(one).equals(rule.key(other));
  }

  private static final TextTriple TRIPLE = new TextTriple("Alan Bean", "mission", "Apollo 12");

  @Test
  void exactAsksForWholeEntities() {
    assertThat(same(MatchRule.EXACT, TRIPLE, new TextTriple("Bean", "mission", "Apollo 12")))
        .isFalse();
    assertThat(same(MatchRule.EXACT, TRIPLE, new TextTriple("Alan Bean", "mission", "12")))
        .isFalse();
  }

  @Test
  void partialAsksForTheLastWords() {
    assertThat(same(MatchRule.PARTIAL, TRIPLE, new TextTriple("Bean", "mission", "12"))).isTrue();
    assertThat(same(MatchRule.PARTIAL, TRIPLE, new TextTriple("Alan L. Bean", "mission", "12")))
        .isTrue();
    assertThat(same(MatchRule.PARTIAL, TRIPLE, new TextTriple("Alan", "mission", "12"))).isFalse();
    assertThat(same(MatchRule.PARTIAL, TRIPLE, new TextTriple("Bean", "mission", "Apollo")))
        .isFalse();
  }

  @Test
  void bothAskForRelationDirectionAndCase() {
    for (MatchRule rule : MatchRule.values()) {
      assertThat(same(rule, TRIPLE, new TextTriple("Alan Bean", "award", "Apollo 12"))).isFalse();
      assertThat(same(rule, TRIPLE, new TextTriple("Apollo 12", "mission", "Alan Bean"))).isFalse();
      assertThat(same(rule, TRIPLE, new TextTriple("alan bean", "mission", "Apollo 12"))).isFalse();
    }
  }

  @Test
  void bothIgnoreTheAmountOfWhiteSpace() {
    TextTriple wide = new TextTriple(" Alan\n\u00A0Bean ", "mission", "Apollo\t12\u00A0");

    for (MatchRule rule : MatchRule.values()) {
      assertThat(same(rule, TRIPLE, wide)).isTrue();
    }
    assertThat(same(MatchRule.EXACT, TRIPLE, new TextTriple("AlanBean", "mission", "Apollo 12")))
        .isFalse();
  }

  @Test
  void bothIgnoreTheFullStopOfAnAbbreviation() {
    TextTriple gold = new TextTriple("Acme Inc", "city", "Washington D.C");
    TextTriple found = new TextTriple("Acme Inc.", "city", "Washington D.C.");

    for (MatchRule rule : MatchRule.values()) {
      assertThat(same(rule, gold, found)).isTrue();
      assertThat(rule.keys(List.of(gold, found))).hasSize(1);
      assertThat(same(rule, gold, new TextTriple("Acme Inc..", "city", "Washington D.C")))
          .isFalse();
      assertThat(same(rule, gold, new TextTriple("Acme Inc .", "city", "Washington D.C")))
          .isFalse();
      assertThat(same(rule, gold, new TextTriple("Acme Inc,", "city", "Washington D.C"))).isFalse();
    }
  }

  @Test
  void keysAreDistinct() {
    assertThat(MatchRule.PARTIAL.keys(List.of(TRIPLE, new TextTriple("Bean", "mission", "12"))))
        .containsExactly(new TextTriple("Bean", "mission", "12"));
  }
}
