package org.relunet.evaluation.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.relunet.corpus.AnnotatedText;
import org.relunet.corpus.AnnotatedTriple;
import org.relunet.corpus.NamedEntity;
import org.relunet.corpus.TextTriple;

class LookupBaselineTest {
  private static final TextTriple BORN = new TextTriple("Ann", "born in", "Rome");
  private static final TextTriple DIED = new TextTriple("Ann", "died in", "Rome");

  /** Ann and Rome stand in five texts: born in holds in four of them, died in in one. */
  private final LookupBaseline table = LookupBaseline.of(train());

  @Test
  void predictsWhatUsuallyHoldsWhereBothStand() {
    assertThat(table.share()).isBetween(0.2, 0.8);
    assertThat(table.find("Rome is where Ann was born.")).containsExactly(BORN);
  }

  @Test
  void anEntityMustStandBetweenBordersOfWords() {
    assertThat(table.find("Annette left Rome.")).isEmpty();
    assertThat(table.find("Ann left Romeo.")).isEmpty();
    assertThat(table.find("(Ann) left Rome")).containsExactly(BORN);
  }

  @Test
  void knowsNothingOfPairsThatItHasNotSeen() {
    assertThat(table.find("Ann went to Paris.")).isEmpty();
  }

  private static List<AnnotatedText> train() {
    List<AnnotatedText> texts = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      texts.add(text("b" + i, "Ann was born in Rome " + i, BORN));
    }
    texts.add(text("d", "Ann died in Rome", DIED));
    texts.add(text("p", "Eve likes Paris", new TextTriple("Eve", "likes", "Paris")));
    return texts;
  }

  private static AnnotatedText text(String id, String text, TextTriple triple) {
    return new AnnotatedText(
        id,
        text,
        List.of(
            new AnnotatedTriple(
                new NamedEntity(triple.subject()),
                triple.relation(),
                new NamedEntity(triple.object()))));
  }
}
