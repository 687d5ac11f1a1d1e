package org.relunet.corpus.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.relunet.corpus.AnnotatedText;
import org.relunet.corpus.AnnotatedTriple;
import org.relunet.corpus.NamedEntity;
import org.relunet.corpus.TextTriple;

class CorpusSplitTest {
  private static AnnotatedText text(int id, int content) {
    return new AnnotatedText("t" + id, "text " + content, List.of());
  }

  private static final List<AnnotatedText> TEXTS =
      IntStream.range(0, 200).mapToObj(i -> text(i, i)).toList();

  @Test
  void takesTheShareAskedForAndLosesNothing() {
    CorpusSplit split = CorpusSplit.of(TEXTS, 0.1, 1);

    assertThat(split.dev()).hasSize(20);
    assertThat(split.train()).hasSize(180);
    List<AnnotatedText> all = new ArrayList<>(split.train());
    all.addAll(split.dev());
    assertThat(all).containsExactlyInAnyOrderElementsOf(TEXTS);
  }

  @Test
  void isTheSameForTheSameSeedWhateverTheOrder() {
    List<AnnotatedText> reversed = new ArrayList<>(TEXTS);
    Collections.reverse(reversed);

    assertThat(CorpusSplit.of(TEXTS, 0.1, 1)).isEqualTo(CorpusSplit.of(TEXTS, 0.1, 1));
    assertThat(new HashSet<>(CorpusSplit.of(reversed, 0.1, 1).dev()))
        .isEqualTo(new HashSet<>(CorpusSplit.of(TEXTS, 0.1, 1).dev()));
    assertThat(CorpusSplit.of(TEXTS, 0.1, 2).dev())
        .isNotEqualTo(CorpusSplit.of(TEXTS, 0.1, 1).dev());
  }

  @Test
  void keepsRepeatedTextsTogether() {
    List<AnnotatedText> repeated = IntStream.range(0, 200).mapToObj(i -> text(i, i % 40)).toList();

    for (int seed = 0; seed < 5; seed++) {
      CorpusSplit split = CorpusSplit.of(repeated, 0.12, seed);
      assertThat(split.dev()).hasSize(25);
      assertThat(split.train())
          .extracting(AnnotatedText::text)
          .doesNotContainAnyElementsOf(split.dev().stream().map(AnnotatedText::text).toList());
    }
  }

  @Test
  void leavesSomethingInBothParts() {
    assertThat(CorpusSplit.of(TEXTS.subList(0, 2), 0.99, 1).train()).hasSize(1);
    assertThat(CorpusSplit.of(TEXTS.subList(0, 2), 0.01, 1).dev()).hasSize(1);
    assertThatThrownBy(() -> CorpusSplit.of(TEXTS.subList(0, 1), 0.5, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("two different texts");
    assertThatThrownBy(() -> CorpusSplit.of(TEXTS, 1, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("dev share 1.0");
  }

  @Test
  void keepsSubjectsApart() {
    List<AnnotatedText> texts =
        IntStream.range(0, 300)
            // chains of three: 0-1-2, 3-4-5, ...
            .mapToObj(
                i -> about(i, "s" + (i / 3) + "a" + (i % 3 == 2 ? 1 : 0), "s" + (i / 3) + "a1"))
            .toList();

    CorpusSplit split = CorpusSplit.of(texts, 0.1, 1, SplitBy.SUBJECT);

    assertThat(split.dev()).hasSizeBetween(30, 32);
    assertThat(split.train()).hasSize(300 - split.dev().size());
    assertThat(subjects(split.train())).doesNotContainAnyElementsOf(subjects(split.dev()));
  }

  @Test
  void textsThatAllHangTogetherAreNotDividedBySubject() {
    List<AnnotatedText> texts = IntStream.range(0, 20).mapToObj(i -> about(i, "all")).toList();

    assertThatThrownBy(() -> CorpusSplit.of(texts, 0.1, 1, SplitBy.SUBJECT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("texts that share a subject are not divided");
  }

  @Test
  void aSmallerPartIsInALargerOne() {
    List<AnnotatedText> quarter = CorpusSplit.part(TEXTS, 0.25, 1);

    assertThat(quarter).hasSize(50);
    assertThat(quarter).containsAll(CorpusSplit.part(TEXTS, 0.05, 1));
    assertThat(CorpusSplit.part(TEXTS, 1, 1)).isEqualTo(TEXTS);
  }

  private static AnnotatedText about(int id, String... subjects) {
    return new AnnotatedText(
        "t" + id,
        "text " + id,
        Arrays.stream(subjects)
            .map(
                subject ->
                    new AnnotatedTriple(new NamedEntity(subject), "is", new NamedEntity("it")))
            .toList());
  }

  private static List<String> subjects(List<AnnotatedText> texts) {
    return texts.stream()
        .flatMap(text -> text.textTriples().stream())
        .map(TextTriple::subject)
        .toList();
  }
}
