package org.relunet.evaluation.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.relunet.corpus.AnnotatedText;
import org.relunet.corpus.TextTriple;
import org.relunet.evaluation.match.MatchRule;
import org.relunet.evaluation.score.EvaluatedText;

class TextErrorsTest {
  private static final TextTriple BORN = new TextTriple("Alan Bean", "bornIn", "Wheeler");
  private static final TextTriple FLEW = new TextTriple("Alan Bean", "flewOn", "Apollo 12");
  private static final TextTriple SHORT = new TextTriple("Bean", "bornIn", "Wheeler");

  private static AnnotatedText text(String id) {
    return new AnnotatedText(id, "Alan Bean of Wheeler flew .", List.of());
  }

  private static EvaluatedText evaluated(
      String id, List<TextTriple> gold, List<TextTriple> predicted) {
    return new EvaluatedText(id, gold, predicted);
  }

  @Test
  void theTextsWithTheMostErrorsComeFirstAndThoseWithoutAnyAreLeftOut() {
    List<TextErrors> worst =
        TextErrors.worst(
            List.of(text("right"), text("one"), text("three"), text("another one")),
            List.of(
                evaluated("right", List.of(BORN), List.of(BORN, BORN)),
                evaluated("one", List.of(BORN, FLEW, FLEW), List.of(BORN)),
                evaluated("three", List.of(BORN, FLEW), List.of(SHORT)),
                evaluated("another one", List.of(), List.of(BORN))),
            MatchRule.EXACT);

    assertThat(worst).extracting(TextErrors::id).containsExactly("three", "one", "another one");
    assertThat(worst.get(0).missed()).containsExactly(BORN, FLEW);
    assertThat(worst.get(0).wrong()).containsExactly(SHORT);
    assertThat(worst.get(1).right()).containsExactly(BORN);
    assertThat(worst.get(1).missed()).containsExactly(FLEW);
  }

  @Test
  void theRuleOfTheScoreDecidesWhatIsAnError() {
    List<AnnotatedText> texts = List.of(text("t"));
    List<EvaluatedText> evaluated = List.of(evaluated("t", List.of(BORN), List.of(SHORT)));

    assertThat(TextErrors.worst(texts, evaluated, MatchRule.EXACT)).hasSize(1);
    assertThat(TextErrors.worst(texts, evaluated, MatchRule.PARTIAL)).isEmpty();
    assertThatThrownBy(() -> TextErrors.worst(List.of(), evaluated, MatchRule.EXACT))
        .hasMessage("0 texts, but 1 were evaluated");
  }

  @Test
  void eachIsShownWithItsTriplesMarked() {
    TextErrors errors =
        new TextErrors("t1", "Alan Bean\nflew .", List.of(BORN), List.of(FLEW), List.of(SHORT));

    assertThat(ErrorReport.lines(List.of(errors, errors), 1))
        .containsExactly(
            "texts with errors: 2; the worst 1",
            "t1: 1 missed, 1 wrong, 1 right",
            "  Alan Bean flew .",
            "    missed  Alan Bean | flewOn | Apollo 12",
            "    wrong   Bean | bornIn | Wheeler",
            "    right   Alan Bean | bornIn | Wheeler");
  }

  @Test
  void nothingInATextSteersATerminalAndLongOnesAreCut() {
    List<TextTriple> many =
        new ArrayList<>(
            IntStream.range(0, 20).mapToObj(i -> new TextTriple("a", "r", "b" + i)).toList());
    TextErrors errors =
        new TextErrors("i\u001b[2Jd", "a\u202eb\u0007".repeat(1000), List.of(), many, List.of());

    List<String> lines = ErrorReport.lines(List.of(errors), 5);

    assertThat(lines.get(1)).startsWith("i [2Jd: 20 missed");
    assertThat(lines.get(2)).hasSizeLessThan(620).endsWith(" ...");
    assertThat(lines).contains("    missed  and 5 more").hasSize(3 + 15 + 1);
    assertThat(String.join("", lines)).doesNotContain("\u001b", "\u202e", "\u0007");
  }
}
