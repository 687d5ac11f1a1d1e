package org.relunet.corpus.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.relunet.api.text.CharacterSpan;
import org.relunet.api.triple.RelationSchema;
import org.relunet.corpus.AnnotatedText;
import org.relunet.corpus.CorpusException;
import org.relunet.corpus.TextTriple;
import org.relunet.corpus.alignment.AlignedText;
import org.relunet.corpus.alignment.GoldAligner;
import org.relunet.corpus.alignment.MentionPolicy;
import org.relunet.corpus.alignment.Words;
import org.relunet.corpus.validation.Validation;

/** The layout of NYT, whose entities have types but no places. */
class MentionedEntitiesTest {
  @TempDir Path folder;

  private List<AnnotatedText> readAll(String... records) throws IOException {
    return new CorpusReader()
        .read(
            Files.writeString(
                folder.resolve("nyt.jsonl"), String.join("\n", records).replace('\'', '"')));
  }

  private AnnotatedText read(String text, String mentions) throws IOException {
    return readAll(record(text, "", mentions)).get(0);
  }

  private static String record(String text, String relations, String mentions) {
    return "{'sentText':'%s','relationMentions':[%s],'entityMentions':[%s]}"
        .formatted(text, relations, mentions);
  }

  private static String mention(String name, String type) {
    return "{'text':'%s','label':'%s'}".formatted(name, type);
  }

  private static List<String> placed(AnnotatedText text) {
    return text.entities().orElseThrow().stream()
        .map(
            one ->
                one.span().start()
                    + " "
                    + text.text().substring(one.span().start(), one.span().end())
                    + " "
                    + one.type())
        .toList();
  }

  @Test
  void eachIsPlacedWhereItStands() throws IOException {
    AnnotatedText text =
        read("Ann Lee left Rome .", mention("Rome", "LOC") + "," + mention(" Ann Lee ", "PER"));
    assertThat(placed(text)).containsExactly("0 Ann Lee PER", "13 Rome LOC");
    assertThat(text.notInText()).isEmpty();
  }

  @Test
  void whatIsListedTwiceStandsTwiceInTheOrderOfTheText() throws IOException {
    AnnotatedText text =
        read(
            "Queens likes Queens in Queens .",
            mention("Queens", "PER") + "," + mention("Queens", "LOC"));
    assertThat(placed(text)).containsExactly("0 Queens PER", "13 Queens LOC");
  }

  @Test
  void whatIsListedMoreOftenThanItStandsCountsOnce() throws IOException {
    AnnotatedText text =
        read("Rome is old .", mention("Rome", "LOC") + "," + mention("Rome", "LOC"));
    assertThat(placed(text)).containsExactly("0 Rome LOC");
  }

  @Test
  void aShorterNameIsNotSoughtInALongerOneIfItCanBeAnother() throws IOException {
    AnnotatedText text =
        read(
            "The Gaza Strip is more than Gaza .",
            mention("Gaza", "LOC") + "," + mention("Gaza Strip", "LOC"));
    assertThat(placed(text)).containsExactly("4 Gaza Strip LOC", "28 Gaza LOC");
    AnnotatedText nested =
        read("The Gaza Strip .", mention("Gaza", "LOC") + "," + mention("Gaza Strip", "LOC"));
    assertThat(placed(nested)).containsExactly("4 Gaza LOC", "4 Gaza Strip LOC");
  }

  @Test
  void wordsCountBeforePartsOfWords() throws IOException {
    assertThat(placed(read("Iranians left Iran .", mention("Iran", "LOC"))))
        .containsExactly("14 Iran LOC");
    assertThat(placed(read("Iranians left (Iran), Iran-born .", mention("Iran", "LOC"))))
        .containsExactly("15 Iran LOC");
    assertThat(placed(read("New  York .", mention("New York", "LOC"))))
        .containsExactly("0 New  York LOC");
  }

  @Test
  void whatIsNotInTheTextAndWhatIsPartOfAWordIsCounted() throws IOException {
    AnnotatedText text =
        read(
            "Stamford likes Iranians .",
            mention("Iran", "LOC")
                + ","
                + mention("Boston", "LOC")
                + ","
                + mention("Stamford", ""));
    assertThat(text.notInText()).containsExactly("Boston");
    assertThat(text.withId("2").notInText()).containsExactly("Boston");

    Validation validation = new Validation("nyt", new RelationSchema(List.of("r")));
    validation.add(aligned(text));
    assertThat(validation.report().lines())
        .contains(
            "  dropped 1 entity: an entity begins or ends inside a word",
            "  dropped 1 entity: an entity is not in the text");
  }

  private static AlignedText aligned(AnnotatedText text) {
    return new GoldAligner(new RelationSchema(List.of("r")), MentionPolicy.NEAREST)
        .align(text, Words.spaced(text.text()));
  }

  @Test
  void noneIsNoRelationAndNoType() throws IOException {
    AnnotatedText text =
        readAll(
                record(
                    "Ann left Rome .",
                    "{'em1Text':'Ann','em2Text':'Rome','label':'None'},"
                        + "{'em1Text':'Ann','em2Text':'Rome','label':'/left'},"
                        + "{'em1Text':'Ann','em2Text':'Rome','label':'/left'}",
                    mention("Ann", "None")))
            .get(0);
    TextTriple left = new TextTriple("Ann", "/left", "Rome");
    assertThat(text.textTriples()).containsExactly(left, left);
    assertThat(placed(text)).containsExactly("0 Ann ");
  }

  @Test
  void withoutTheKeyEntitiesAreThoseOfTheTriples() throws IOException {
    assertThat(readAll("{'sentText':'a','relationMentions':[]}").get(0).entities()).isEmpty();
    assertThat(read("a", "").entities()).hasValue(List.of());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'text':'Rome'} | the key 'label' is missing",
        "{'text':'Rome','label':null} | 'label' must be a text, but is null",
        "{'text':7,'label':'LOC'} | 'text' must be a text, but is 7",
        "{'text':' ','label':'LOC'} | entity 1 of 'entityMentions' has no character",
        "'Rome' | expected an object with the key 'text'",
        "{'text':'Rome','label':'LOC'},{'text':'Rome','label':'ORG'}"
            + " | lists 'Rome' as 'LOC' and as 'ORG', but the text has it 1 times",
        "{'text':'Rome' | is not valid JSON",
      })
  void badOnesAreNamedByTheirLine(String mentions, String said) {
    assertThatThrownBy(
            () -> readAll(record("Rome .", "", ""), record("Rome .", "", mentions.strip())))
        .isInstanceOf(CorpusException.class)
        .hasMessageContaining("nyt.jsonl:2: record 2")
        .hasMessageContaining(said);
  }

  @Test
  void aLongNameInALongRepetitionIsFoundInLinearTime() {
    String name = "a ".repeat(30_000) + "a";
    AnnotatedText text =
        assertTimeoutPreemptively(
            Duration.ofSeconds(20),
            () ->
                read(
                    "a  ".repeat(100_000),
                    mention(name, "LOC")
                        + ","
                        + mention("a", "PER")
                        + ","
                        + mention(name + "b", "")));
    assertThat(text.entities().orElseThrow().get(0).span()).isEqualTo(new CharacterSpan(0, 90_001));
    assertThat(text.entities().orElseThrow().get(1).span())
        .isEqualTo(new CharacterSpan(90_003, 90_004));
    assertThat(text.notInText()).containsExactly(name + "b");
  }
}
