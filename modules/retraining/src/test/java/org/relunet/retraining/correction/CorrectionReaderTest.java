package org.relunet.retraining.correction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.relunet.corpus.AnnotatedText;
import org.relunet.corpus.TextTriple;

class CorrectionReaderTest {
  private static final String TEXT = "Ann works for Acme in Rome.";
  private static final String WORKS =
      "{'subject':{'text':'Ann','start':0,'end':3},'relation':'employer','object':{'text':'Acme','start':14,'end':18},'confidence':0.9}";
  private static final String LIVES =
      "{'subject':{'text':'Ann'},'relation':'residence','object':{'text':'Rome'}}";

  private static Correction read(String json) {
    return CorrectionReader.read(
        json.replace("$TEXT", TEXT)
            .replace("$WORKS", WORKS)
            .replace("$LIVES", LIVES)
            .replace('\'', '"')
            .getBytes(StandardCharsets.UTF_8),
        "fixes-0-7");
  }

  private static List<AnnotatedText> corrected(String... messages) {
    List<Correction> corrections = new ArrayList<>();
    for (String message : messages) {
      corrections.add(read(message));
    }
    return CorrectedTexts.of(corrections, Map.of());
  }

  @Test
  void aTextWithAllItsTriplesIsOneOfTheOwnFormat() {
    Correction correction = read("{'id':'1','text':'$TEXT','triples':[$LIVES]}");

    assertThat(correction.verdict()).isEmpty();
    assertThat(correction.text().id()).isEqualTo("1");
    assertThat(correction.text().annotated()).isEmpty();
    assertThat(read(correction.json()).text()).isEqualTo(correction.text());
  }

  @Test
  void aTextWithoutAnIdHasThatOfItsPlace() {
    assertThat(read("{'text':'$TEXT','triples':[]}").text().id()).isEqualTo("fixes-0-7");
  }

  @Test
  void anAcceptedTripleSaysNothingOfOthers() {
    AnnotatedText text = corrected("{'text':'$TEXT','verdict':'accept','triple':$WORKS}").get(0);

    assertThat(text.textTriples()).containsExactly(new TextTriple("Ann", "employer", "Acme"));
    assertThat(text.annotated()).isEqualTo(Optional.of(List.of()));
  }

  @Test
  void aRejectedTripleIsNoTripleOfItsRelationAndAnEditedOneIsAnother() {
    AnnotatedText rejected =
        corrected("{'text':'$TEXT','verdict':'reject','triple':$WORKS}").get(0);
    assertThat(rejected.triples()).isEmpty();
    assertThat(rejected.annotated()).isEqualTo(Optional.of(List.of("employer")));

    AnnotatedText edited =
        corrected("{'text':'$TEXT','verdict':'edit','triple':$WORKS,'replacement':$LIVES}").get(0);
    assertThat(edited.textTriples()).containsExactly(new TextTriple("Ann", "residence", "Rome"));
    assertThat(edited.annotated()).isEqualTo(Optional.of(List.of("employer")));
  }

  @Test
  void verdictsOnOneTextComeTogetherAndTheLaterOneWins() {
    List<AnnotatedText> texts =
        corrected(
            "{'text':'$TEXT','verdict':'accept','triple':$WORKS}",
            "{'text':'$TEXT','verdict':'accept','triple':$LIVES}",
            "{'text':'$TEXT','verdict':'reject','triple':$WORKS}");

    assertThat(texts).hasSize(1);
    assertThat(texts.get(0).textTriples())
        .containsExactly(new TextTriple("Ann", "residence", "Rome"));
  }

  @Test
  void aVerdictChangesWhatATextWithAllItsTriplesHas() {
    List<AnnotatedText> texts =
        corrected(
            "{'text':'$TEXT','triples':[$WORKS,$LIVES]}",
            "{'text':'$TEXT','verdict':'reject','triple':$WORKS}");

    assertThat(texts.get(0).textTriples())
        .containsExactly(new TextTriple("Ann", "residence", "Rome"));
    assertThat(texts.get(0).annotated()).isEmpty();
    assertThat(
            corrected(
                    "{'text':'$TEXT','verdict':'reject','triple':$WORKS}",
                    "{'text':'$TEXT','triples':[$WORKS]}")
                .get(0)
                .annotated())
        .isEmpty();
  }

  @Test
  void aVerdictOnATextOfTheTrainingFileKeepsItsOtherTriples() {
    AnnotatedText known = read("{'text':'$TEXT','triples':[$WORKS,$LIVES]}").text();
    Correction verdict = read("{'text':'$TEXT','verdict':'reject','triple':$LIVES}");

    assertThat(
            CorrectedTexts.of(List.of(verdict), Map.of(known.folded(), known)).get(0).textTriples())
        .containsExactly(new TextTriple("Ann", "employer", "Acme"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[1]|a correction is a JSON object",
        "{'text':|it is not valid JSON",
        "{'text':'a','text':'b','triples':[]}|Duplicate",
        "{'text':'$TEXT'}|triples",
        "{'text':'$TEXT','tripels':[]}|a correction has no key 'tripels'",
        "{'text':'$TEXT','verdict':'maybe','triple':$WORKS}|'verdict' must be accept, reject or edit, but is \"maybe\"",
        "{'text':'$TEXT','verdict':'reject'}|'triple' must be a triple",
        "{'text':'$TEXT','verdict':'edit','triple':$WORKS}|'replacement' must be a triple",
        "{'text':'$TEXT','verdict':'accept','triple':$WORKS,'replacement':$LIVES}|a correction that is no edit can't have 'replacement'",
        "{'text':'$TEXT','verdict':'accept','triple':$WORKS,'triples':[]}|a correction that has a 'verdict' can't have 'triples'",
        "{'text':'$TEXT','triples':[],'triple':$WORKS}|a correction that has no 'verdict' can't have 'triple'",
        "{'text':'Bob works','verdict':'accept','triple':$LIVES}|its subject is not in the text; its object is not in the text",
        "{'text':'Bob works','verdict':'accept','triple':$WORKS}|where its subject is said to stand, the text has 'Bob'",
        "{'id':' ','text':'$TEXT','triples':[]}|'id' must be a number or a text that is not blank",
        "{'text':'$TEXT','triples':[],'entities':[{'start':0,'end':99}]}|entity 1 of 'entities': it reaches from 0 to 99",
        "{'text':'$TEXT','triples':[]} {}|it is not valid JSON",
      })
  void aMalformedMessageIsRefusedWithItsReason(String message, String reason) {
    assertThatThrownBy(() -> read(message))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(reason);
  }

  @Test
  void bytesThatAreNoTextAreRefused() {
    assertThatThrownBy(() -> CorrectionReader.read(new byte[] {'{', (byte) 0xff}, "x"))
        .hasMessage("it is not UTF-8");
  }
}
