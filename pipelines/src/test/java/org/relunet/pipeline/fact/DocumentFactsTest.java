package org.relunet.pipeline.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.relunet.api.text.CharacterSpan;
import org.relunet.api.text.Document;
import org.relunet.api.triple.Extraction;
import org.relunet.api.triple.Mention;
import org.relunet.api.triple.Triple;

final class DocumentFactsTest {
  /** Triples as "subject | relation | object", found in the text one behind the other. */
  private static List<Fact> facts(String text, String... triples) {
    List<Triple> found = new ArrayList<>();
    int from = 0;
    for (String triple : triples) {
      String[] parts = triple.split(" \\| ");
      Mention subject = mention(text, parts[0], from);
      Mention object = mention(text, parts[2], subject.span().end());
      from = object.span().end();
      CharacterSpan sentence = new CharacterSpan(subject.span().start(), from);
      found.add(new Triple(subject, parts[1], object, 0.5 + 0.1 * found.size(), sentence));
    }
    return DocumentFacts.of(new Extraction(new Document("d", text), found, 1, "v"));
  }

  private static Mention mention(String text, String name, int from) {
    int start = text.indexOf(name, from);
    assertThat(start).as(name).isNotNegative();
    return new Mention(name, new CharacterSpan(start, start + name.length()));
  }

  @Test
  void theSameNamesAreOneFactWithItsPlacesAndTheHighestConfidence() {
    List<Fact> facts =
        facts(
            "Acme owns  the Beta\nBank. The Beta Bank is owned. Acme owns Beta Bank.",
            "Acme | owns | the Beta\nBank",
            "Acme | owns | Beta Bank");

    assertThat(facts).hasSize(1);
    assertThat(facts.get(0).places()).hasSize(2);
    assertThat(facts.get(0).confidence()).isEqualTo(0.6);
    assertThat(facts.get(0).subject()).isEqualTo(new FactEntity("Acme", "Acme"));
    assertThat(facts.get(0).object()).isEqualTo(new FactEntity("the Beta Bank", "Beta%20Bank"));
  }

  @Test
  void twoWindowsThatFindOnePlaceCountOnce() {
    Mention ann = new Mention("Ann", new CharacterSpan(0, 3));
    Mention bob = new Mention("Bob", new CharacterSpan(10, 13));
    CharacterSpan sentence = new CharacterSpan(0, 13);
    List<Fact> facts =
        DocumentFacts.of(
            new Extraction(
                new Document("d", "Ann likes Bob"),
                List.of(
                    new Triple(ann, "likes", bob, 0.7, sentence),
                    new Triple(ann, "likes", bob, 0.8, sentence)),
                1,
                "v"));

    assertThat(facts).hasSize(1);
    assertThat(facts.get(0).places()).extracting(Triple::confidence).containsExactly(0.8);
  }

  @Test
  void aSurnameBehindTheFullNameMeansIt() {
    List<Fact> facts =
        facts(
            "Alan Bean was born in Wheeler. After a year Bean left. Bean was born in Wheeler.",
            "Alan Bean | place of birth | Wheeler",
            "Bean | place of birth | Wheeler");

    assertThat(facts).hasSize(1);
    assertThat(facts.get(0).asTriple().subject().text()).isEqualTo("Alan Bean");
    assertThat(facts.get(0).asTriple().confidence()).isEqualTo(0.6);
  }

  @Test
  void anAuthorIsAPersonAndInitialsBelongToTheName() {
    assertThat(
            facts(
                "Emma is by J. K. Rowling. Emma is Rowling's book.",
                "Emma | author | J. K. Rowling",
                "Emma | author | Rowling"))
        .hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Alan Bean was born in Wheeler. Paul Bean came. Bean was born in Wheeler.",
        "Alan Bean was born in Wheeler with Paul Bean. Bean was born in Wheeler.",
        "Mrs. Bean came. Alan Bean was born in Wheeler. Bean was born in Wheeler.",
        "Paul and Alan Bean were born in Wheeler. Bean was born in Wheeler.",
        "Alan Bean was born in Wheeler. Said Alan L. Bean. Bean was born in Wheeler.",
        "Jean Alan Bean met Alan Bean, born in Wheeler. Bean was born in Wheeler."
      })
  void ofTwoPeopleWithOneSurnameNobodyIsMeant(String text) {
    assertThat(
            facts(text, "Alan Bean | place of birth | Wheeler", "Bean | place of birth | Wheeler"))
        .hasSize(2);
  }

  @Test
  void twoPeopleWithOneSurnameStayApart() {
    assertThat(
            facts(
                "Alan Bean was born in Wheeler. Paul Bean was born in Wheeler.",
                "Alan Bean | place of birth | Wheeler",
                "Paul Bean | place of birth | Wheeler"))
        .hasSize(2);
  }

  @Test
  void aSurnameBeforeTheFullNameIsNot() {
    assertThat(
            facts(
                "Bean was born in Wheeler. Alan Bean was born in Wheeler.",
                "Bean | place of birth | Wheeler",
                "Alan Bean | place of birth | Wheeler"))
        .hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "Real Madrid, Madrid",
    "South Korea, Korea",
    "Bank of America, America",
    "Apollo 12, 12"
  })
  void theLastWordOfWhatIsNoPersonIsSomethingElse(String full, String last) {
    assertThat(
            facts(
                full + " is in Spain. " + last + " is in Spain.",
                full + " | country | Spain",
                last + " | country | Spain"))
        .hasSize(2);
  }

  @Test
  void aPlaceIsNotThePersonThatIsNamedAlike() {
    String born = "George Washington was born in 1732. ";
    assertThat(
            facts(
                born + "Ann met George Washington. Bob lives in Washington. Ann met Washington.",
                "George Washington | date of birth | 1732",
                "Ann | met | George Washington",
                "Ann | met | Washington"))
        .hasSize(2);
    assertThat(
            facts(
                born + "Ann saw George Washington. Ann saw people in Washington.",
                "George Washington | date of birth | 1732",
                "Ann | saw | George Washington",
                "Ann | saw | Washington"))
        .hasSize(3);
    assertThat(
            facts(
                "George Washington was born in Washington. Ann saw George Washington."
                    + " Ann saw Washington.",
                "George Washington | birthPlace | Washington",
                "Ann | saw | George Washington",
                "Ann | saw | Washington"))
        .hasSize(3);
  }

  @Test
  void anAcronymInBracketsMeansTheNameBeforeIt() {
    String text =
        "The World Health Organization (WHO) sits in Geneva. The Bank of Scotland (BBC) lent."
            + " WHO sits in Geneva. BBC sits in Leith. Bank of Scotland sits in Leith.";
    List<Fact> facts =
        facts(
            text,
            "World Health Organization | seat | Geneva",
            "WHO | seat | Geneva",
            "BBC | seat | Leith",
            "Bank of Scotland | seat | Leith");

    assertThat(facts).extracting(fact -> fact.places().size()).containsExactly(2, 1, 1);
    assertThat(facts.get(0).subject().text()).isEqualTo("World Health Organization");
  }

  @Test
  void anAcronymOfTwoNamesMeansNeither() {
    assertThat(
            facts(
                "The Public Health Agency (PHA) is in Oslo. The Port Harbour Authority (PHA) is in"
                    + " Rome. PHA is in Oslo.",
                "Public Health Agency | seat | Oslo",
                "PHA | seat | Oslo"))
        .hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"The company", "She", "his brother", "It"})
  void whatIsNoNameMeansSomethingElseEachTime(String words) {
    assertThat(
            facts(
                words + " is in Oslo. Then, " + words + " is in Oslo.",
                words + " | seat | Oslo",
                words + " | seat | Oslo"))
        .hasSize(2);
  }

  @Test
  void otherRelationsAndTurnedOnesAreOtherFacts() {
    assertThat(
            facts(
                "Ann met Bob. Bob met Ann. Ann saw Bob.",
                "Ann | met | Bob",
                "Bob | met | Ann",
                "Ann | saw | Bob"))
        .hasSize(3);
  }

  @Test
  void caseTellsEntitiesApart() {
    assertThat(facts("Us is in Oslo. us is in Oslo. US is in Oslo.", "US | seat | Oslo"))
        .extracting(fact -> fact.subject().key())
        .containsExactly("US");
  }

  @Test
  void longTextsTakeLinearTime() {
    String text = "Alan Bean was born in Oslo. " + "of ".repeat(50_000) + "(AB) ".repeat(50_000);
    assertThat(facts(text, "Alan Bean | place of birth | Oslo")).hasSize(1);
  }
}
