package org.relunet.corpus.overlap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relunet.corpus.overlap.OverlapClass.EPO;
import static org.relunet.corpus.overlap.OverlapClass.NORMAL;
import static org.relunet.corpus.overlap.OverlapClass.SEO;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.relunet.corpus.TextTriple;

class OverlapConventionTest {
  /** "a r b, c s d" */
  private static List<TextTriple> triples(String listed) {
    return listed.isEmpty()
        ? List.of()
        : List.of(listed.split(", ")).stream()
            .map(t -> t.split(" "))
            .map(t -> new TextTriple(t[0], t[1], t[2]))
            .toList();
  }

  private static Set<OverlapClass> distinct(String listed) {
    return OverlapConvention.DISTINCT.classes(triples(listed));
  }

  private static Set<OverlapClass> published(String listed) {
    return OverlapConvention.AS_PUBLISHED.classes(triples(listed));
  }

  @Test
  void conventionsAgreeOnPlainCases() {
    for (OverlapConvention convention : OverlapConvention.values()) {
      assertThat(convention.classes(triples("a r b"))).containsExactly(NORMAL);
      assertThat(convention.classes(triples("a r b, c r d"))).containsExactly(NORMAL);
      assertThat(convention.classes(triples("a r b, a s b"))).containsExactly(EPO);
      assertThat(convention.classes(triples("a r b, a s c"))).containsExactly(SEO);
      assertThat(convention.classes(triples("a r b, b r c"))).containsExactly(SEO);
      assertThat(convention.classes(triples("a r b, a s b, b r c"))).containsExactly(EPO, SEO);
      assertThat(convention.classes(triples("a r b, a s b, c r d"))).containsExactly(EPO);
      assertThat(convention.classes(List.of())).isEmpty();
    }
  }

  @Test
  void aReversedPairIsTheSamePairByDefinition() {
    assertThat(distinct("a r b, b s a")).containsExactly(EPO);
    assertThat(distinct("a r b, b r a")).containsExactly(EPO);
    assertThat(published("a r b, b s a")).containsExactly(SEO);
  }

  @Test
  void aRepeatedTripleIsOneTripleByDefinition() {
    assertThat(distinct("a r b, a r b")).containsExactly(NORMAL);
    assertThat(published("a r b, a r b")).containsExactly(EPO);
  }

  @Test
  void anEntityRelatedToItselfIsInOnePairByDefinition() {
    assertThat(distinct("a r a")).containsExactly(NORMAL);
    assertThat(distinct("a r a, a s a")).containsExactly(EPO);
    assertThat(distinct("a r a, a r b")).containsExactly(SEO);
    assertThat(published("a r a")).containsExactly(SEO);
    assertThat(published("a r a, a s a")).containsExactly(EPO, SEO);
  }
}
