package org.relunet.corpus.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.relunet.corpus.AnnotatedText;
import org.relunet.corpus.AnnotatedTriple;
import org.relunet.corpus.CorpusException;
import org.relunet.corpus.NamedEntity;

class DevelopmentShareTest {
  private static final DevelopmentShare TENTH = new DevelopmentShare(0.1, 1);

  private static AnnotatedText text(String id, String text) {
    return new AnnotatedText(
        id, text, List.of(new AnnotatedTriple(new NamedEntity("a"), "is", new NamedEntity("b"))));
  }

  private static List<AnnotatedText> texts(int number) {
    return IntStream.range(0, number).mapToObj(i -> text("t" + i, "a is b " + i)).toList();
  }

  /** A share of many texts, thirty of some hundred, a fifth of fewer. */
  @ParameterizedTest
  @CsvSource({"2000,200", "301,31", "300,30", "200,30", "150,30", "100,20", "50,10"})
  void smallFilesGiveMoreThanTheirShareButNeverMostOfThemselves(int all, int dev) {
    assertThat(TENTH.of("f", texts(all)).dev()).hasSize(dev);
  }

  @Test
  void aLargerShareIsTakenAsItIs() {
    assertThat(new DevelopmentShare(0.4, 1).of("f", texts(100)).dev()).hasSize(40);
  }

  @Test
  void theSeedAloneDecidesWhichTheyAre() {
    List<AnnotatedText> dev = TENTH.of("f", texts(100)).dev();

    assertThat(TENTH.of("f", texts(100)).dev()).isEqualTo(dev);
    assertThat(new DevelopmentShare(0.1, 2).of("f", texts(100)).dev()).isNotEqualTo(dev);
  }

  @Test
  void textsThatDifferInWhiteSpaceAloneStayTogether() {
    List<AnnotatedText> twice = new ArrayList<>(texts(100));
    texts(100).forEach(text -> twice.add(text("again-" + text.id(), text.text() + "  \n")));

    CorpusSplit split = TENTH.of("f", twice);

    assertThat(split.train())
        .extracting(AnnotatedText::folded)
        .doesNotContainAnyElementsOf(split.dev().stream().map(AnnotatedText::folded).toList());
    assertThat(split.train()).hasSize(170);
  }

  @Test
  void tooFewTextsAreRefusedWithWhatHelps() {
    assertThatThrownBy(() -> TENTH.of("few.jsonl", texts(49)))
        .isInstanceOf(CorpusException.class)
        .hasMessage(
            "few.jsonl: 49 texts are too few to set some aside for choosing the best epoch, which"
                + " needs 50 at least; annotate more, or name a file of other texts by --dev or"
                + " data.dev");
  }

  @Test
  void textsThatAreAllTheSameAreRefused() {
    assertThatThrownBy(
            () ->
                TENTH.of("same", IntStream.range(0, 60).mapToObj(i -> text("t" + i, "a")).toList()))
        .isInstanceOf(CorpusException.class)
        .hasMessageStartingWith("same: a data set needs two different texts");
  }

  @Test
  void textsWithoutTriplesAreNoMeasure() {
    List<AnnotatedText> texts = new ArrayList<>(texts(20));
    IntStream.range(0, 280)
        .forEach(i -> texts.add(new AnnotatedText("n" + i, "nothing " + i, List.of())));

    assertThatThrownBy(() -> TENTH.of("sparse", texts))
        .isInstanceOf(CorpusException.class)
        .hasMessageContaining("of the 30 texts set aside by the seed 1")
        .hasMessageContaining("10 are needed; set data.dev-share higher");
  }
}
