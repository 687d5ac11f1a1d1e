package org.relunet.runtime.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.relunet.api.text.Document;
import org.relunet.api.text.Sentence;
import org.relunet.api.triple.Extraction;
import org.relunet.api.triple.Mention;
import org.relunet.api.triple.Triple;
import org.relunet.network.NumericSentence;
import org.relunet.runtime.DocumentTimeException;
import org.relunet.runtime.TripleEngine;
import org.relunet.runtime.assembly.Engines;
import org.relunet.runtime.assembly.ModelLoader;
import org.relunet.runtime.testing.TinyModel;

final class NetworkTripleEngineTest {
  private static final TripleEngine ENGINE = Engines.load(TinyModel.specification());

  private static Extraction extract(String text) {
    return ENGINE.extract(List.of(new Document("d", text))).get(0);
  }

  private static List<String> told(Extraction extraction) {
    return extraction.triples().stream()
        .map(t -> t.subject().text() + " " + t.relation() + " " + t.object().text())
        .toList();
  }

  private static void assertOffsetsAreRight(Extraction extraction) {
    String text = extraction.document().text();
    for (Triple triple : extraction.triples()) {
      for (Mention mention : List.of(triple.subject(), triple.object())) {
        assertThat(text.substring(mention.span().start(), mention.span().end()))
            .isEqualTo(mention.text());
        assertThat(mention.span().start()).isGreaterThanOrEqualTo(triple.sentence().start());
        assertThat(mention.span().end()).isLessThanOrEqualTo(triple.sentence().end());
      }
      assertThat(triple.confidence()).isBetween(0.5, 1.0);
    }
  }

  private static String fillers(int words) {
    return String.join(" ", Collections.nCopies(words, "today"));
  }

  @Test
  void triplesComeInTheOrderOfTheTextWithTheirSentences() {
    String text = "Anna was born in Rome . Boris works for Acme .";

    Extraction extraction = extract(text);

    assertThat(told(extraction)).containsExactly("Anna bornIn Rome", "Boris worksFor Acme");
    assertThat(extraction.triples())
        .extracting(t -> text.substring(t.sentence().start(), t.sentence().end()))
        .containsExactly("Anna was born in Rome .", "Boris works for Acme .");
    assertThat(extraction.modelVersion()).isEqualTo(ENGINE.modelVersion());
    assertOffsetsAreRight(extraction);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\uD83D\uDE00\uD83D\uDE00 Anna was born in Rome .",
        "\uD83D\uDC69\u200D\uD83D\uDC69\u200D\uD83D\uDC67 \uD83C\uDDE9\uD83C\uDDF0 Anna was born in Rome .",
        "\u05E9\u05DC\u05D5\u05DD \u05E2\u05D5\u05DC\u05DD Anna was born in Rome .",
        "\u202B\u0639\u0645\u0627\u0646\u202C today Anna was born in Rome .",
        "Cafe\u0301 today Anna was born in Rome Z\u0361\u0301algo .",
        "\uFEFFtoday\u00A0people Anna was\u2003born in Rome .",
        "Broken \uD83D Anna was born in Rome \uDE00 .",
        "\r\n\r\n\tAnna was born in Rome .\r\n"
      })
  void offsetsAreThoseOfTheOriginalText(String text) {
    Extraction extraction = extract(text);

    assertThat(told(extraction)).contains("Anna bornIn Rome");
    assertThat(extraction.triples().get(0).subject().span().start())
        .isEqualTo(text.indexOf("Anna"));
    assertOffsetsAreRight(extraction);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\n\t ", "\u00A0\u2003", "\u200B\uFEFF", "\u0000"})
  void aTextWithoutAWordHoldsNoTriple(String text) {
    assertThat(extract(text).triples()).isEmpty();
  }

  @Test
  void noDocumentsGiveNoExtractions() {
    assertThat(ENGINE.extract(List.of())).isEmpty();
  }

  @Test
  void aSentenceOf3000WordsIsReadToItsEnd() {
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      parts.add(fillers(295) + " Anna was born in Rome");
    }
    String text = String.join(" ", parts);
    assertThat(text.split(" ")).hasSize(3000);

    Extraction extraction = extract(text);

    List<Integer> starts =
        extraction.triples().stream()
            .filter(t -> t.subject().text().equals("Anna") && t.object().text().equals("Rome"))
            .filter(t -> t.object().span().start() - t.subject().span().start() == 17)
            .map(t -> t.subject().span().start())
            .toList();
    assertThat(starts)
        .containsExactlyElementsOf(
            IntStream.range(0, text.length())
                .filter(at -> text.startsWith("Anna", at))
                .boxed()
                .toList());
    assertOffsetsAreRight(extraction);
  }

  @Test
  void aTripleInTheOverlapOfTwoWindowsIsToldOnce() {
    // windows of 120 words with 40 in common: the triple stands in both
    Extraction extraction = extract(fillers(95) + " Anna was born in Rome " + fillers(90));

    assertThat(told(extraction)).containsExactly("Anna bornIn Rome");
  }

  @Test
  void aMegabyteWithoutAFullStopIsRead() {
    String word = "x".repeat(999);
    String stretch = String.join(" ", Collections.nCopies(500, word));
    String text = stretch + " Anna was born in Rome " + stretch;
    assertThat(text).hasSizeGreaterThan(1_000_000);

    Extraction extraction = extract(text);

    assertThat(told(extraction)).contains("Anna bornIn Rome");
    assertOffsetsAreRight(extraction);
  }

  @Test
  void aMegabyteWithoutABlankIsRead() {
    assertOffsetsAreRight(extract("y".repeat(1_000_000)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"!?", ".", "-", "! ", "\u2026 ", "\u3002", "\u00BF\n\n"})
  void marksTakeNoNetwork(String marks) {
    assertThat(read(marks.repeat(2_000))).isEmpty();
    assertThat(extract(marks.repeat(2_000)).sentences()).isPositive();
  }

  @Test
  void onlyWindowsWithAWordAreRead() {
    String marks = "! ".repeat(2_000);

    assertThat(read(marks + "Anna was born in Rome " + marks)).hasSizeBetween(1, 3);
  }

  @Test
  void aMegabyteOfMarksIsReadInTime() {
    try (TripleEngine hurried =
        Engines.load(TinyModel.specification("extraction.document-seconds=60"))) {
      Document marks = new Document("d", "!?".repeat(500_000));

      assertThat(hurried.extract(List.of(marks)).get(0).triples()).isEmpty();
    }
  }

  /** Lengths in pieces of what the network is given. */
  private static List<Integer> read(String text) {
    ModelLoader.Loaded model = ModelLoader.load(TinyModel.specification());
    List<List<Sentence>> passages = new ArrayList<>();
    try (PassageExtractor extractor = model.passageExtractor()) {
      new PassageReader(model.assembly().tokenizer(), extractor.encoder(), 60)
          .read(new Document("d", text), passages::add);
      return extractor.batches(passages).stream()
          .flatMap(List::stream)
          .map(NumericSentence::length)
          .toList();
    }
  }

  @Test
  void aFactBetweenManyMarksIsFound() {
    String marks = "! ".repeat(2_000);
    String text = marks + "Anna was born in Rome " + marks;

    Extraction extraction = extract(text);

    assertThat(told(extraction)).contains("Anna bornIn Rome");
    assertOffsetsAreRight(extraction);
  }

  @Test
  void documentsGiveTheSameTogetherAndAlone() {
    List<Document> documents =
        List.of(
            new Document("a", "Anna was born in Rome ."),
            new Document("b", ""),
            new Document("c", fillers(200) + " Boris works for Globex ."),
            new Document("d", "today rain . Emma works for Initech . Clara was born in Oslo ."));

    List<Extraction> together = ENGINE.extract(documents);

    assertThat(together).extracting(Extraction::document).containsExactlyElementsOf(documents);
    for (int i = 0; i < documents.size(); i++) {
      assertThat(told(together.get(i))).isEqualTo(told(extract(documents.get(i).text())));
    }
    assertThat(told(together.get(3))).containsExactly("Emma worksFor Initech", "Clara bornIn Oslo");
  }

  @Test
  void threadsDoNotDisturbEachOther() {
    List<Document> documents =
        IntStream.range(0, 40)
            .mapToObj(
                i ->
                    new Document(
                        "d" + i, i % 2 == 0 ? "Anna was born in Rome ." : "Boris works for Acme ."))
            .toList();

    List<List<String>> told =
        documents.parallelStream()
            .map(document -> told(ENGINE.extract(List.of(document)).get(0)))
            .collect(Collectors.toList());

    for (int i = 0; i < 40; i++) {
      assertThat(told.get(i))
          .containsExactly(i % 2 == 0 ? "Anna bornIn Rome" : "Boris worksFor Acme");
    }
  }

  @Test
  void triplesBelowTheLeastConfidenceAreLeftOut() {
    TripleEngine strict = Engines.load(TinyModel.specification("extraction.minimum-confidence=1"));

    assertThat(
            strict.extract(List.of(new Document("d", "Anna was born in Rome ."))).get(0).triples())
        .isEmpty();
  }

  @Test
  void aDocumentThatTakesTooLongIsNamedAndTheOthersAreNotCharged() {
    List<Document> documents =
        List.of(
            new Document("short", "Anna was born in Rome ."),
            new Document("long", fillers(1_000_000)),
            new Document("another", "Boris works for Acme ."));
    try (TripleEngine hurried =
        Engines.load(TinyModel.specification("extraction.document-seconds=0.5"))) {
      assertThatThrownBy(() -> hurried.extract(documents))
          .isInstanceOfSatisfying(
              DocumentTimeException.class, e -> assertThat(e.document()).isEqualTo(1))
          .hasMessageContaining("5999999 characters")
          .hasMessageContaining("0.5 seconds of extraction.document-seconds");
    }
  }
}
