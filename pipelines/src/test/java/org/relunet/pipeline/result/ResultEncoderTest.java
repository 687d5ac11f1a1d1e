package org.relunet.pipeline.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.relunet.api.text.CharacterSpan;
import org.relunet.api.text.Document;
import org.relunet.api.triple.Extraction;
import org.relunet.api.triple.Mention;
import org.relunet.api.triple.Triple;
import org.relunet.pipeline.engine.RuleEngine;
import org.relunet.pipeline.input.RecordFormat;
import org.relunet.pipeline.input.RecordLocation;
import org.relunet.pipeline.input.Source;
import org.relunet.pipeline.name.Name;

class ResultEncoderTest {
  private static final Source SOURCE =
      new Source("in/a.jsonl", "/home/ann/in/a.jsonl", RecordFormat.JSONL);

  @Test
  void aDocumentIsALineOfJsonWithExactlyTheseKeys() {
    assertThat(jsonl(extract("d", "Ann likes Bob.")))
        .isEqualTo(
            """
            {"id":"d","triples":[{"subject":{"text":"Ann","start":0,"end":3},\
            "relation":"likes","object":{"text":"Bob","start":10,"end":13},\
            "confidence":0.9,"sentence":{"start":0,"end":13}}],"modelVersion":"rules-1"}
            """);
  }

  @Test
  void aDocumentWithoutTriplesIsALineToo() {
    assertThat(jsonl(extract("d", " ")))
        .isEqualTo("{\"id\":\"d\",\"triples\":[],\"modelVersion\":\"rules-1\"}\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "😀😀 Hi. 😀Ann likes Bob👩‍👩‍👧.",
        "e\u0301a\u0308. Rene\u0301 likes Zoe\u0308.",
        "שלום. דנה likes יוסי. مرحبا knows سلام.",
        "\u202Eevil\u202C. A likes \uD835\uDD38. B knows C.",
        "line one\r\n\tAnn likes\nBob\u2028. x"
      })
  void offsetsCountCodePointsOfTheOriginalText(String text) throws IOException {
    Extraction extraction = extract("d", text);
    JsonNode triples = new JsonMapper().readTree(jsonl(extraction)).get("triples");
    assertThat(triples).isNotEmpty();
    int[] codePoints = text.codePoints().toArray();
    for (JsonNode triple : triples) {
      for (JsonNode mention : List.of(triple.get("subject"), triple.get("object"))) {
        int start = mention.get("start").asInt();
        int end = mention.get("end").asInt();
        assertThat(new String(codePoints, start, end - start))
            .isEqualTo(mention.get("text").asText());
      }
      JsonNode sentence = triple.get("sentence");
      assertThat(sentence.get("end").asInt()).isLessThanOrEqualTo(codePoints.length);
      assertThat(sentence.get("start").asInt())
          .isLessThanOrEqualTo(triple.get("subject").get("start").asInt());
    }
  }

  @Test
  void charactersBeyondTheBasicPlaneAreWrittenAsThemselves() {
    assertThat(jsonl(extract("😀", "😀 likes Bob."))).contains("\"id\":\"😀\"", "\"text\":\"😀\"");
  }

  @Test
  void nTriplesEncodeNamesAsPercentEncodedIris() {
    assertThat(ntriples(extract("d", "Zoë likes <Bob>. a/b knows 😀."), false))
        .isEqualTo(
            """
            <urn:relunet:entity/Zo%C3%AB> <urn:relunet:relation/likes> <urn:relunet:entity/%3CBob%3E> .
            <urn:relunet:entity/a%2Fb> <urn:relunet:relation/knows> <urn:relunet:entity/%F0%9F%98%80> .
            """);
    assertThat(ntriples(extract("d", "nothing"), false)).isEmpty();
  }

  @Test
  void provenanceDescribesEachStatement() {
    String lines = ntriples(extract("a \"b\"\\\n", "😀. Ann likes Bob."), true);
    assertThat(lines.lines()).hasSize(10);
    assertThat(lines)
        .contains(
            "<urn:relunet:statement/in%2Fa.jsonl/7/1> <urn:relunet:property/document>"
                + " \"a \\\"b\\\"\\\\\\n\" .\n")
        .contains("property/sentenceStart> \"3\"^^<http://www.w3.org/2001/XMLSchema#integer> .")
        .contains("property/confidence> \"0.9\"^^<http://www.w3.org/2001/XMLSchema#double> .");
  }

  @Test
  void statementsOfDocumentsWithTheSameIdHaveDifferentNames() {
    Extraction document = extract("same", "Ann likes Bob.");
    assertThat(encode(ResultFormat.NTRIPLES, document, true, 1))
        .contains("<urn:relunet:statement/in%2Fa.jsonl/1/1>");
    assertThat(encode(ResultFormat.NTRIPLES, document, true, 2))
        .contains("<urn:relunet:statement/in%2Fa.jsonl/2/1>");
    assertThat(encode(ResultFormat.NTRIPLES, document, true, 0))
        .as("a whole file")
        .contains("<urn:relunet:statement/in%2Fa.jsonl/1>");
  }

  @Test
  void aRelationIsNamedByItsOwnIriWhereItHasOne() {
    String iri = "http://www.wikidata.org/prop/direct/P19";
    CharacterSpan first = new CharacterSpan(0, 1);
    Mention mention = new Mention("a", first);
    Extraction extraction =
        new Extraction(
            new Document("d", "abc"),
            List.of(new Triple(mention, "place of birth", mention, 0.5, first, iri)),
            1,
            "v");

    assertThat(encode(ResultFormat.NTRIPLES, extraction, false, 1))
        .isEqualTo("<urn:relunet:entity/a> <" + iri + "> <urn:relunet:entity/a> .\n");
    assertThat(jsonl(extraction))
        .contains("\"relation\":\"place of birth\",\"relationIri\":\"" + iri + "\"");
  }

  @Test
  void factsAreWrittenOnceInBothFormats() {
    Extraction said = extract("d", "Ann knows Bob. Ann knows Bob.");

    assertThat(facts(ResultFormat.JSONL, said))
        .startsWith(
            "{\"id\":\"d\",\"facts\":[{\"subject\":{\"text\":\"Ann\"},\"relation\":\"knows\",")
        .contains("\"confidence\":0.5,\"count\":2,\"places\":[{\"subject\":")
        .endsWith("}}]}],\"modelVersion\":\"rules-1\"}\n");
    assertThat(facts(ResultFormat.NTRIPLES, said))
        .isEqualTo(
            "<urn:relunet:entity/Ann> <urn:relunet:relation/knows> <urn:relunet:entity/Bob> .\n");
    assertThat(facts(ResultFormat.JSONL, extract("d", " ")))
        .isEqualTo("{\"id\":\"d\",\"facts\":[],\"modelVersion\":\"rules-1\"}\n");
  }

  private static String facts(ResultFormat format, Extraction extraction) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new ResultSettings(format, 0, ResultSettings.DEFAULT_BASE_IRI, false, true)
        .encoder()
        .encode(new RecordLocation(SOURCE, 1, 0, 1), extraction, out);
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void spansOutsideTheDocumentAreAnError() {
    CharacterSpan outside = new CharacterSpan(5, 9);
    Mention mention = new Mention("b", outside);
    Extraction wrong =
        new Extraction(
            new Document("d", "abc"),
            List.of(new Triple(mention, "r", mention, 0.5, outside)),
            1,
            "v");
    assertThatThrownBy(() -> jsonl(wrong)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "relative/", "urn:with space:", "urn:<>", "http://a/%zz", "http:// a"})
  void aBaseMustBeTheStartOfAnAbsoluteIri(String base) {
    assertThatThrownBy(() -> new ResultSettings(ResultFormat.NTRIPLES, 0, base, false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'" + base + "'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://exämple.org/größe/", "urn:日本:", "http://a/𐀀#", "http://a?x=%20"})
  void aBaseMayHaveLettersOfAnyScript(String base) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new ResultSettings(ResultFormat.NTRIPLES, 0, base, false)
        .encoder()
        .encode(new RecordLocation(SOURCE, 1, 0, 1), extract("d", "Ann likes Bob."), out);
    assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("<" + base + "entity/Ann> ");
  }

  @Test
  void aBaseThatIsRefusedIsToldWhy() {
    for (Map.Entry<String, String> wrong :
        Map.of(
                "http://a\u202Eb/", "U+202E, character 9",
                "http://a/\u00A0", "U+00A0, character 10",
                "http://𐀀/ b", "U+0020, character 10",
                "nowhere/", "no scheme")
            .entrySet()) {
      assertThatThrownBy(() -> new ResultSettings(ResultFormat.NTRIPLES, 0, wrong.getKey(), false))
          .hasMessageContaining(wrong.getValue());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Zoé Bean",
        "Zoe\u0301 Bean",
        "Zoé\nBean",
        "Zoé  Bean",
        "Zoé \r\n\t Bean",
        " Zoé\u00A0Bean ",
        "Zoé\u2003Bean",
        "Zoé\u3000Bean\u0085",
        "\uFEFFZoé Be\u00ADan\u200B"
      })
  void aNameIsTheSameHoweverItsTextIsLaidOut(String text) {
    CharacterSpan span = new CharacterSpan(0, text.length());
    Mention mention = new Mention(text, span);
    Extraction extraction =
        new Extraction(
            new Document("d", text),
            List.of(new Triple(mention, "lives  in", mention, 0.5, span)),
            1,
            "v");
    assertThat(ntriples(extraction, false))
        .isEqualTo(
            "<urn:relunet:entity/Zo%C3%A9%20Bean> <urn:relunet:relation/lives%20in>"
                + " <urn:relunet:entity/Zo%C3%A9%20Bean> .\n");
    assertThat(jsonl(extraction))
        .as("the text stays as it is")
        .contains("\"relation\":\"lives  in\"");
  }

  @Test
  void namesThatReadDifferentlyStayDifferent() {
    assertThat(Name.of("H₂O")).isNotEqualTo(Name.of("H2O"));
    assertThat(Name.of("alan bean")).isNotEqualTo(Name.of("Alan Bean"));
    assertThat(Name.of("می\u200Cخواهم")).contains("\u200C");
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
  void aConfidenceIsFromZeroToOne(double confidence) {
    assertThatThrownBy(
            () -> new ResultSettings(ResultFormat.JSONL, confidence, "urn:relunet:", false))
        .hasMessageContaining("from 0 to 1");
  }

  private static Extraction extract(String id, String text) {
    return new RuleEngine().extract(List.of(new Document(id, text))).get(0);
  }

  private static String jsonl(Extraction extraction) {
    return encode(ResultFormat.JSONL, extraction, false, 7);
  }

  private static String ntriples(Extraction extraction, boolean provenance) {
    return encode(ResultFormat.NTRIPLES, extraction, provenance, 7);
  }

  private static String encode(
      ResultFormat format, Extraction extraction, boolean provenance, int line) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new ResultSettings(format, 0, ResultSettings.DEFAULT_BASE_IRI, provenance)
        .encoder()
        .encode(new RecordLocation(SOURCE, line, 0, 1), extraction, out);
    return out.toString(StandardCharsets.UTF_8);
  }
}
