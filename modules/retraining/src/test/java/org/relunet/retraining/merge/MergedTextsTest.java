package org.relunet.retraining.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.relunet.corpus.AnnotatedText;
import org.relunet.corpus.AnnotatedTriple;
import org.relunet.corpus.NamedEntity;
import org.relunet.retraining.RetrainSettings;

class MergedTextsTest {
  private static RetrainSettings settings(double holdout, double replay, int repeat) {
    return new RetrainSettings(
        "", "", "", "", "", List.of(), "", "", holdout, replay, repeat, 0, 1, 10, 20, 0.9, 10);
  }

  private static AnnotatedText text(String id, String text, String relation) {
    return new AnnotatedText(
        id,
        text,
        List.of(new AnnotatedTriple(new NamedEntity("Ann"), relation, new NamedEntity("Acme"))));
  }

  private static List<AnnotatedText> texts(String prefix, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> text(prefix + i, prefix + " number " + i, "r"))
        .toList();
  }

  private static Set<String> wordings(List<AnnotatedText> texts) {
    return texts.stream().map(AnnotatedText::folded).collect(Collectors.toSet());
  }

  @Test
  void aCorrectedTextReplacesTheOldOne() {
    MergedTexts merged =
        MergedTexts.of(
            List.of(text("1", "Ann works for Acme .", "old"), text("2", "Bob .", "old")),
            List.of(),
            List.of(text("c", " Ann works for  Acme .", "new")),
            settings(0, 1, 1),
            1);

    assertThat(merged.train())
        .extracting(each -> each.triples().get(0).relation())
        .containsExactlyInAnyOrder("old", "new");
    assertThat(merged.counts()).isEqualTo(new MergedTexts.Counts(1, 1, 1, 0, 0));
  }

  @Test
  void whatIsSetAsideIsNeverLearnedAndTheSameInEveryRun() {
    List<AnnotatedText> early = texts("c", 100);
    List<AnnotatedText> all = texts("c", 200);
    MergedTexts first = MergedTexts.of(texts("o", 50), List.of(), early, settings(0.2, 1, 1), 1);
    MergedTexts second = MergedTexts.of(texts("o", 50), List.of(), all, settings(0.2, 1, 1), 2);

    assertThat(first.setAside()).hasSizeBetween(10, 30);
    Set<String> both = new HashSet<>(wordings(first.setAside()));
    both.retainAll(wordings(second.train()));
    assertThat(both).isEmpty();
    assertThat(wordings(second.setAside())).containsAll(wordings(first.setAside()));
  }

  @Test
  void correctionsOfDevelopmentTextsAreNotLearned() {
    MergedTexts merged =
        MergedTexts.of(
            texts("o", 5),
            List.of(text("d", "the gate's text", "r")),
            List.of(text("c", "the  gate's text", "r")),
            settings(0, 1, 1),
            1);

    assertThat(wordings(merged.train())).doesNotContain("the gate's text");
    assertThat(merged.counts().ofDevelopment()).isEqualTo(1);
  }

  @Test
  void oldTextsAreReplayedInPartAndCorrectionsRepeatedUnderIdsOfTheirOwn() {
    MergedTexts merged =
        MergedTexts.of(texts("o", 1000), List.of(), texts("o-other", 3), settings(0, 0.3, 2), 1);

    assertThat(merged.counts().old()).isBetween(240, 360);
    assertThat(merged.train()).hasSize(merged.counts().old() + 6);
    assertThat(merged.train()).extracting(AnnotatedText::id).doesNotHaveDuplicates();
  }
}
