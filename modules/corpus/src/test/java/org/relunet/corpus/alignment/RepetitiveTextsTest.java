package org.relunet.corpus.alignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.relunet.api.text.Sentence;
import org.relunet.api.triple.RelationSchema;
import org.relunet.corpus.AnnotatedText;
import org.relunet.corpus.AnnotatedTriple;
import org.relunet.corpus.NamedEntity;

/** Texts whose repetitions make a naive search quadratic are aligned in linear time. */
class RepetitiveTextsTest {
  private static final RelationSchema SCHEMA = new RelationSchema(List.of("r"));

  @ParameterizedTest
  @EnumSource(MentionPolicy.class)
  void aLongMentionInALongRepetition(MentionPolicy policy) {
    String text = "a ".repeat(100_000);
    List<Sentence> sentences = Words.spaced(text);
    List<AnnotatedTriple> triples = new ArrayList<>();
    for (String subject : List.of("a ".repeat(30_000) + "a", "a ".repeat(30_000) + "b", "a")) {
      triples.add(
          new AnnotatedTriple(
              new NamedEntity(subject), "r", new NamedEntity("a ".repeat(9) + "a")));
    }

    AlignedText aligned =
        assertTimeoutPreemptively(
            Duration.ofSeconds(20),
            () ->
                new GoldAligner(SCHEMA, policy)
                    .align(new AnnotatedText("t", text, triples), sentences));

    assertThat(aligned.dropped()).hasSize(1);
    assertThat(aligned.triples()).isNotEmpty().hasSizeLessThanOrEqualTo(20_000);
    assertThat(aligned.triples().get(0).subject().length()).isEqualTo(30_001);
  }

  @Test
  void manyEntitiesWithManyMentions() {
    String text = "a ".repeat(10_000);
    List<AnnotatedTriple> triples =
        IntStream.range(1, 300)
            .mapToObj(
                i ->
                    new AnnotatedTriple(
                        new NamedEntity("a ".repeat(i)), "r", new NamedEntity("a ".repeat(i + 1))))
            .toList();
    List<Sentence> sentences = Words.spaced(text);

    AlignedText aligned =
        assertTimeoutPreemptively(
            Duration.ofSeconds(20),
            () ->
                new GoldAligner(SCHEMA, MentionPolicy.NEAREST)
                    .align(new AnnotatedText("t", text, triples), sentences));

    assertThat(aligned.triples()).hasSize(299);
  }

  @Test
  void spacingIsComparedAsCharacterByCharacter() {
    Random random = new Random(3);
    for (int round = 0; round < 3000; round++) {
      String text = random(random, 30);
      String wanted = random(random, 4).strip();
      if (!wanted.isEmpty()) {
        SpacedCharacters in = new SpacedCharacters(text);
        List<Integer> expected = new ArrayList<>();
        String blanksOnly = text.replaceAll("\\s+", " ");
        String sought = wanted.replaceAll("\\s+", " ");
        for (int at = blanksOnly.indexOf(sought);
            at >= 0;
            at = blanksOnly.indexOf(sought, at + 1)) {
          expected.add(new SpacedCharacters(blanksOnly.substring(0, at)).length());
        }
        assertThat(in.placesOfSameSpacing(new SpacedCharacters(wanted)).stream().boxed().toList())
            .as("'%s' in '%s'", wanted, text)
            .isEqualTo(expected);
      }
    }
  }

  private static String random(Random random, int longest) {
    StringBuilder text = new StringBuilder();
    for (int length = 1 + random.nextInt(longest); text.length() < length; ) {
      text.append("ab \n".charAt(random.nextInt(4)));
    }
    return text.toString();
  }
}
