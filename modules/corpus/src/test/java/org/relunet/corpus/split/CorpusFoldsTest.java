package org.relunet.corpus.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.relunet.corpus.AnnotatedText;
import org.relunet.corpus.CorpusException;

class CorpusFoldsTest {
  private static final CorpusFolds FIVE = new CorpusFolds(5, 1);

  private static List<AnnotatedText> texts(int number) {
    return IntStream.range(0, number)
        .mapToObj(i -> new AnnotatedText("t" + i, "text " + i, List.of()))
        .toList();
  }

  private static List<CorpusSplit> all(List<AnnotatedText> texts) {
    return IntStream.rangeClosed(1, 5).mapToObj(fold -> FIVE.of("f", texts, fold)).toList();
  }

  @Test
  void everyTextIsHeldOutOnceAndLearnedByTheOthers() {
    List<AnnotatedText> heldOut = new ArrayList<>();
    for (CorpusSplit split : all(texts(103))) {
      heldOut.addAll(split.dev());
      assertThat(split.dev()).hasSizeBetween(20, 21);
      assertThat(split.train()).hasSize(103 - split.dev().size());
      assertThat(split.train()).doesNotContainAnyElementsOf(split.dev());
    }
    assertThat(heldOut).containsExactlyInAnyOrderElementsOf(texts(103));
  }

  @Test
  void theSeedDecidesAndNotTheOrderOfTheFile() {
    List<AnnotatedText> reversed = new ArrayList<>(texts(60));
    Collections.reverse(reversed);

    assertThat(new HashSet<>(FIVE.of("f", reversed, 2).dev()))
        .isEqualTo(new HashSet<>(FIVE.of("f", texts(60), 2).dev()));
    assertThat(new CorpusFolds(5, 2).of("f", texts(60), 2).dev())
        .isNotEqualTo(FIVE.of("f", texts(60), 2).dev());
  }

  @Test
  void theSameTextIsNeverLearnedAndHeldOutAndFoldsStayOfLikeSize() {
    List<AnnotatedText> repeated =
        IntStream.range(0, 200)
            .mapToObj(
                i -> new AnnotatedText("t" + i, " text " + i % 60 + " ".repeat(i % 3), List.of()))
            .toList();

    for (CorpusSplit split : all(repeated)) {
      assertThat(split.train())
          .extracting(AnnotatedText::folded)
          .doesNotContainAnyElementsOf(split.dev().stream().map(AnnotatedText::folded).toList());
      assertThat(split.dev()).hasSizeBetween(37, 43);
    }
  }

  @Test
  void tooFewTextsOrTooManyFoldsAreRefused() {
    assertThatThrownBy(() -> FIVE.of("few", texts(49), 1))
        .isInstanceOf(CorpusException.class)
        .hasMessage(
            "few: 49 texts are too few for 5 folds, which need 50 at least; ask for fewer folds, or"
                + " annotate more");
    assertThatThrownBy(
            () ->
                FIVE.of(
                    "same",
                    IntStream.range(0, 80)
                        .mapToObj(i -> new AnnotatedText("t" + i, "text " + i % 4, List.of()))
                        .toList(),
                    1))
        .hasMessage("same: only 4 texts differ, which can't be divided in 5 folds");
    assertThatThrownBy(() -> new CorpusFolds(1, 1)).hasMessageContaining("2 to 20 folds");
    assertThatThrownBy(() -> new CorpusFolds(21, 1)).hasMessageContaining("2 to 20 folds");
  }
}
