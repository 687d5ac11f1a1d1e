package org.relunet.evaluation.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.relunet.corpus.AnnotatedText;
import org.relunet.corpus.AnnotatedTriple;
import org.relunet.corpus.NamedEntity;
import org.relunet.corpus.TextTriple;

class JudgedTriplesTest {
  private static final AnnotatedTriple BORN =
      new AnnotatedTriple(new NamedEntity("Alan Bean"), "born in", new NamedEntity("Wheeler"));
  private static final TextTriple WRONG = new TextTriple("Wheeler", "born in", "Alan Bean");
  private static final TextTriple OPEN = new TextTriple("Wheeler", "lies in", "Texas");
  private static final List<TextTriple> FOUND =
      List.of(BORN.text(), new TextTriple("Bean", "born in", "Wheeler"), WRONG, OPEN);

  private static List<TextTriple> judged(MatchRule rule, Optional<List<String>> annotated) {
    AnnotatedText text = new AnnotatedText("1", "any", List.of(BORN), Optional.empty(), annotated);
    return JudgedTriples.of(rule, text, FOUND, Function.identity());
  }

  @Test
  void allAreWhereAllRelationsWereAnnotated() {
    assertThat(judged(MatchRule.EXACT, Optional.empty())).isEqualTo(FOUND);
  }

  @Test
  void thoseOfOtherRelationsAreNotUnlessTheyAreRight() {
    assertThat(judged(MatchRule.EXACT, Optional.of(List.of("born in"))))
        .isEqualTo(FOUND.subList(0, 3));
    assertThat(judged(MatchRule.EXACT, Optional.of(List.of()))).containsExactly(BORN.text());
    assertThat(judged(MatchRule.PARTIAL, Optional.of(List.of("lies in"))))
        .containsExactly(FOUND.get(0), FOUND.get(1), OPEN);
  }
}
