package org.relunet.corpus.alignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.relunet.api.text.CharacterSpan;
import org.relunet.api.text.CodePointOffsets;
import org.relunet.api.text.Sentence;
import org.relunet.api.text.TokenSpan;
import org.relunet.api.triple.RelationSchema;
import org.relunet.api.triple.WordTriple;
import org.relunet.corpus.AnnotatedText;
import org.relunet.corpus.AnnotatedTriple;
import org.relunet.corpus.Entity;
import org.relunet.corpus.LocatedEntity;
import org.relunet.corpus.NamedEntity;
import org.relunet.corpus.TextTriple;

class GoldAlignerTest {
  private static final RelationSchema SCHEMA = new RelationSchema(List.of("r", "s"));

  private static AnnotatedTriple triple(String subject, String relation, String object) {
    return new AnnotatedTriple(new NamedEntity(subject), relation, new NamedEntity(object));
  }

  private static AlignedText align(
      MentionPolicy policy, String text, List<Sentence> sentences, AnnotatedTriple... triples) {
    return new GoldAligner(SCHEMA, policy)
        .align(new AnnotatedText("t", text, List.of(triples)), sentences);
  }

  private static AlignedText nearest(String text, AnnotatedTriple... triples) {
    return align(MentionPolicy.NEAREST, text, Words.spaced(text), triples);
  }

  private static WordTriple words(int first, int last, int relation, int first2, int last2) {
    return new WordTriple(new TokenSpan(first, last), relation, new TokenSpan(first2, last2));
  }

  @Test
  void findsStretchesOfWords() {
    assertThat(nearest("Alan Bean flew Apollo 12 .", triple("Alan Bean", "s", "Apollo 12")))
        .satisfies(
            aligned -> {
              assertThat(aligned.triples()).containsExactly(words(0, 1, 1, 3, 4));
              assertThat(aligned.dropped()).isEmpty();
              assertThat(aligned.isUsable()).isTrue();
            });
  }

  @Test
  void countsWordsThroughAllSentences() {
    String text = "Bean flew . Texas cheered .";
    AlignedText aligned = nearest(text, triple("Bean", "r", "Texas"));

    assertThat(aligned.sentences()).hasSize(2);
    assertThat(aligned.unit().words())
        .containsExactly("Bean", "flew", ".", "Texas", "cheered", ".");
    assertThat(aligned.triples()).containsExactly(words(0, 0, 0, 3, 3));
  }

  @Test
  void findsEntitiesThatTheTokenizerCutsOtherwise() {
    String text = "In the U.S. Mr. O'Neil-Smith rests";
    AlignedText aligned =
        align(
            MentionPolicy.NEAREST,
            text,
            Words.fine(text),
            triple("U.S.", "r", "O'Neil - Smith"),
            triple("U . S .", "s", "O'Neil-Smith"));

    // In0 the1 U2 .3 S4 .5 Mr6 .7 O8 '9 Neil10 -11 Smith12 rests13
    assertThat(aligned.triples()).containsExactly(words(2, 5, 0, 8, 12), words(2, 5, 1, 8, 12));
  }

  @Test
  void prefersMentionsWithTheEntitysOwnSpacing() {
    assertThat(nearest("12 and 1 2 by Bean", triple("Bean", "r", "12")).triples())
        .containsExactly(words(5, 5, 0, 0, 0));
    assertThat(nearest("1 2 by Bean", triple("Bean", "r", "12")).triples())
        .containsExactly(words(3, 3, 0, 0, 1));
  }

  @Test
  void doesNotFindAnEntityInsideAWord() {
    AlignedText aligned = nearest("Beans from Texas", triple("Bean", "r", "Texas"));

    assertThat(aligned.triples()).isEmpty();
    assertThat(aligned.isUsable()).isFalse();
    assertThat(aligned.dropped())
        .extracting(DroppedTriple::reason)
        .containsExactly(DropReason.ENTITY_INSIDE_WORD);
  }

  @Test
  void theFullStopOfAnAbbreviationMayBeLeftOut() {
    String text = "Acme Inc. sits in Washington D.C.";
    int city = text.indexOf("Washington");
    Entity located =
        new LocatedEntity("Washington D.C", new CharacterSpan(city, text.length() - 1));

    for (AnnotatedTriple triple :
        List.of(
            triple("Acme Inc", "r", "Washington D.C"),
            triple("Acme Inc.", "r", "Washington D.C."),
            new AnnotatedTriple(new NamedEntity("Acme Inc"), "r", located))) {
      AlignedText aligned = nearest(text, triple);

      assertThat(aligned.dropped()).isEmpty();
      assertThat(aligned.triples()).containsExactly(words(0, 1, 0, 4, 5));
    }
  }

  @Test
  void whereWhiteSpaceSeparatesFullStopsTheyBelongToTheEntity() {
    String text = "Bean was born in Rome.";
    AnnotatedText annotated = new AnnotatedText("t", text, List.of(triple("Bean", "r", "Rome")));

    assertThat(
            new GoldAligner(SCHEMA, MentionPolicy.NEAREST, true)
                .align(annotated, Words.spaced(text))
                .dropped())
        .extracting(DroppedTriple::reason)
        .containsExactly(DropReason.ENTITY_INSIDE_WORD);
  }

  @Test
  void aMentionWithoutTheFullStopComesFirst() {
    assertThat(nearest("Acme Inc. of Texas bought Acme Inc", triple("Acme Inc", "r", "Texas")))
        .satisfies(aligned -> assertThat(aligned.triples()).containsExactly(words(5, 6, 0, 3, 3)));
  }

  @Test
  void otherMarksAtAWordsEndAreNotLeftOut() {
    for (String word : List.of("Inc...", "Inc,", "Inc.)", "U.S.")) {
      assertThat(nearest(word + " of Texas", triple(word.substring(0, 2), "r", "Texas")).dropped())
          .extracting(DroppedTriple::reason)
          .containsExactly(DropReason.ENTITY_INSIDE_WORD);
    }
    assertThat(nearest("Inc... of Texas", triple("Inc", "r", "Texas")).dropped()).hasSize(1);
  }

  @Test
  void combiningCharactersAndRightToLeftTextStayWhole() {
    String text = "Rene\u0301 קם 😀 ירושלים";
    AlignedText aligned =
        align(
            MentionPolicy.NEAREST,
            text,
            Words.fine(text),
            triple("Rene\u0301", "r", "ירושלים"),
            triple("Rene", "s", "ירושלים"));

    assertThat(aligned.triples()).containsExactly(words(0, 0, 0, 3, 3));
    assertThat(aligned.dropped())
        .extracting(DroppedTriple::reason)
        .containsExactly(DropReason.ENTITY_INSIDE_WORD);
  }

  @Test
  void offsetsChooseTheMention() {
    String text = "😀 Bean met Bean in Texas";
    CodePointOffsets offsets = new CodePointOffsets(text);
    Entity second = new LocatedEntity("Bean", offsets.toUtf16(new CharacterSpan(11, 15)));
    AlignedText aligned =
        align(
            MentionPolicy.FIRST,
            text,
            Words.spaced(text),
            new AnnotatedTriple(second, "r", new NamedEntity("Texas")));

    assertThat(aligned.triples()).containsExactly(words(3, 3, 0, 5, 5));
  }

  @Test
  void offsetsMustNameTheEntity() {
    AlignedText aligned =
        nearest(
            "Bean in Texas",
            new AnnotatedTriple(
                new LocatedEntity("Bean", new CharacterSpan(1, 5)), "r", new NamedEntity("Texas")),
            new AnnotatedTriple(
                new LocatedEntity("Bean", new CharacterSpan(0, 99)),
                "s",
                new NamedEntity("Texas")));

    assertThat(aligned.dropped())
        .extracting(DroppedTriple::reason, DroppedTriple::detail)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                DropReason.OFFSETS_DO_NOT_MATCH, "'Bean' should stand where 'ean ' stands"),
            org.assertj.core.groups.Tuple.tuple(
                DropReason.OFFSETS_DO_NOT_MATCH,
                "'Bean' should stand where '(beyond the end)' stands"));
  }

  @Test
  void saysWhyEachTripleIsDropped() {
    AlignedText aligned =
        nearest(
            "Bean in Texas",
            triple("Bean", "r", "Texas"),
            triple("Bean", "r", "Texas"),
            triple("Bean", "unheard", "Texas"),
            triple("Bean", "r", "Paris"),
            triple(" ", "r", "Texas"));

    assertThat(aligned.triples()).containsExactly(words(0, 0, 0, 2, 2));
    assertThat(aligned.dropped())
        .extracting(DroppedTriple::reason)
        .containsExactly(
            DropReason.DUPLICATE_TRIPLE,
            DropReason.UNKNOWN_RELATION,
            DropReason.ENTITY_NOT_IN_TEXT,
            DropReason.ENTITY_NOT_IN_TEXT);
  }

  @Test
  void policiesChooseAmongSeveralMentions() {
    // Bean0 and1 Bean2 saw3 Texas4 and5 Texas6
    String text = "Bean and Bean saw Texas and Texas";
    AnnotatedTriple triple = triple("Bean", "r", "Texas");

    assertThat(align(MentionPolicy.FIRST, text, Words.spaced(text), triple).triples())
        .containsExactly(words(0, 0, 0, 4, 4));
    assertThat(align(MentionPolicy.NEAREST, text, Words.spaced(text), triple).triples())
        .containsExactly(words(2, 2, 0, 4, 4));
    assertThat(align(MentionPolicy.ALL, text, Words.spaced(text), triple).triples())
        .containsExactlyInAnyOrder(
            words(0, 0, 0, 4, 4), words(0, 0, 0, 6, 6), words(2, 2, 0, 4, 4), words(2, 2, 0, 6, 6));
  }

  @Test
  void nearestUsesOneMentionOfAnEntityInAllTriples() {
    // Bean0 of1 Texas2 ...; alone, each triple would take another Bean
    String text = "Bean of Texas saw and praised Bean of Apollo and Houston";
    AlignedText aligned =
        nearest(
            text,
            triple("Bean", "r", "Texas"),
            triple("Bean", "s", "Apollo"),
            triple("Bean", "s", "Houston"));

    assertThat(aligned.triples())
        .containsExactly(words(6, 6, 0, 2, 2), words(6, 6, 1, 8, 8), words(6, 6, 1, 10, 10));
  }

  @Test
  void nearestAvoidsMentionsInsideTheOtherEntity() {
    assertThat(
            nearest("University of Texas is in Texas", triple("University of Texas", "r", "Texas"))
                .triples())
        .containsExactly(words(0, 2, 0, 5, 5));
    assertThat(
            nearest("University of Texas", triple("University of Texas", "r", "Texas")).triples())
        .containsExactly(words(0, 2, 0, 2, 2));
  }

  @Test
  void anEntityMayBeRelatedToItself() {
    String text = "York is in York";

    assertThat(nearest(text, triple("York", "r", "York")).triples())
        .containsExactly(words(0, 0, 0, 0, 0));
    assertThat(
            align(MentionPolicy.ALL, text, Words.spaced(text), triple("York", "r", "York"))
                .triples())
        .containsExactlyInAnyOrder(words(0, 0, 0, 3, 3), words(3, 3, 0, 0, 0));
  }

  @Test
  void textsWithTooManyChoicesAreAlignedAsWell() {
    String text = "a b c d e f g h ".repeat(20).strip();
    AlignedText aligned =
        nearest(text, triple("a", "r", "b"), triple("c", "r", "d"), triple("g", "r", "h"));

    assertThat(aligned.triples())
        .allSatisfy(
            found -> assertThat(found.object().first()).isEqualTo(found.subject().last() + 1));
  }

  @Test
  void anEmptyTextIsNotUsableButATextWithoutTriplesIs() {
    assertThat(nearest(" ", triple("a", "r", "b")).isUsable()).isFalse();
    assertThat(nearest("Nothing to see .").isUsable()).isTrue();
  }

  @Test
  void theTextOfAnAlignedTripleIsThatOfTheAnnotation() {
    String text = "Alan  Bean met O'Neil";
    List<TextTriple> back = new ArrayList<>();
    AlignedText aligned =
        align(MentionPolicy.NEAREST, text, Words.fine(text), triple("Alan  Bean", "s", "O'Neil"));
    aligned.triples().forEach(t -> back.add(TripleText.of(text, aligned.unit(), t, SCHEMA)));

    assertThat(back).containsExactly(new TextTriple("Alan  Bean", "s", "O'Neil"));
  }
}
