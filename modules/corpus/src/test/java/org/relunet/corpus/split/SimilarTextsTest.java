package org.relunet.corpus.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.relunet.corpus.AnnotatedText;

class SimilarTextsTest {
  private static final String LONG =
      "Ann Lee , who was born in Rome in 1970 , went to live in Paris with her two brothers .";

  private static List<String> similarTo(String first, String... others) {
    List<String> texts = new ArrayList<>(List.of(first));
    texts.addAll(List.of(others));
    List<String> found = new ArrayList<>();
    SimilarTexts.pairs(
        texts,
        (one, other) -> {
          assertThat(one).isLessThan(other);
          found.add(texts.get(other));
        });
    return found;
  }

  @Test
  void caseMarksBlanksAndNumbersMakeNoDifference() {
    assertThat(similarTo(LONG, LONG.toUpperCase().replace(",", "").replace("1970", "1985  ;")))
        .hasSize(1);
  }

  @Test
  void aWordMayDifferButNotAThird() {
    assertThat(
            similarTo(
                LONG,
                LONG.replace("Paris", "Vienna"),
                LONG.replace("Paris", "Vienna")
                    .replace("born", "seen")
                    .replace("Ann", "Eve")
                    .replace("her", "all")))
        .containsExactly(LONG.replace("Paris", "Vienna"));
  }

  @Test
  void shortTextsAreComparedWhole() {
    assertThat(similarTo("Ann left", "ann left !", "Bob left", "", "..."))
        .containsExactly("ann left !");
  }

  @Test
  void similarTextsGoToTheSamePart() {
    List<AnnotatedText> texts =
        IntStream.range(0, 100)
            .mapToObj(
                i ->
                    new AnnotatedText(
                        "t" + i,
                        LONG.replaceAll("(\\w)\\b", "$1" + "abcdefghijklmnopqrst".charAt(i / 5))
                            + "!".repeat(i % 5),
                        List.of()))
            .toList();

    CorpusSplit split = CorpusSplit.counted(texts, 12, 1, SplitBy.WORDING);

    // groups of five: two fit into twelve
    assertThat(split.dev()).hasSize(10);
    assertThat(split.train()).hasSize(90);
    assertThat(split.dev().stream().map(text -> text.text().replace("!", "")).distinct())
        .hasSize(2);
  }

  @Test
  void aLongTextIsReadInLinearTime() {
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> assertThat(similarTo("Ann left Rome ".repeat(200_000), LONG)).isEmpty());
  }
}
