package org.relunet.corpus.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.relunet.api.triple.RelationSchema;
import org.relunet.corpus.AnnotatedText;
import org.relunet.corpus.AnnotatedTriple;
import org.relunet.corpus.CorpusException;
import org.relunet.corpus.NamedEntity;
import org.relunet.corpus.alignment.DropReason;
import org.relunet.corpus.alignment.GoldAligner;
import org.relunet.corpus.alignment.MentionPolicy;
import org.relunet.corpus.alignment.Words;

class ValidationTest {
  private static final RelationSchema SCHEMA = new RelationSchema(List.of("birthPlace", "mission"));

  private final Validation validation = new Validation("train.jsonl", SCHEMA);

  private static AnnotatedTriple triple(String subject, String relation, String object) {
    return new AnnotatedTriple(new NamedEntity(subject), relation, new NamedEntity(object));
  }

  private boolean add(String id, String text, AnnotatedTriple... triples) {
    return validation.add(
        new GoldAligner(SCHEMA, MentionPolicy.NEAREST)
            .align(new AnnotatedText(id, text, List.of(triples)), Words.spaced(text)));
  }

  @Test
  void countsAndExplainsWhatIsDropped() {
    assertThat(
            add(
                "a",
                "Bean of Texas",
                triple("Bean", "birthPlace", "Texas"),
                triple("Bean", "birthPlace", "Texas"),
                triple("Bean", "birthplace", "Texas")))
        .isTrue();
    assertThat(add("b", "Bean of Texas", triple("Bean", "birthPlace", "Paris"))).isFalse();
    assertThat(add("c", " ")).isFalse();
    assertThat(add("d", "Nothing .")).isTrue();

    ValidationReport report = validation.report();

    assertThat(report.texts()).isEqualTo(4);
    assertThat(report.usableTexts()).isEqualTo(2);
    assertThat(report.listedTriples()).isEqualTo(4);
    assertThat(report.usableTriples()).isEqualTo(1);
    assertThat(report.dropped(DropReason.EMPTY_TEXT)).isEqualTo(1);
    assertThat(report.dropped(DropReason.OFFSETS_DO_NOT_MATCH)).isZero();
    assertThat(report.lines())
        .containsExactly(
            "train.jsonl: 2 of 4 texts and 1 of 4 triples can be used; 2 texts list no triple",
            "  dropped 1 text: text is empty",
            "    c: no visible character",
            "  dropped 1 triple: triple is listed twice",
            "    a: (Bean, birthPlace, Texas)",
            "  dropped 1 triple: relation is not in the schema",
            "    1 relation is not among the schema's 2: 'birthplace' (1), did you mean"
                + " 'birthPlace'?",
            "  dropped 1 triple: entity is not in the text",
            "    b: 'Paris' of (Bean, birthPlace, Paris)",
            "  1 text is left out for that: none of its triples can be used");
    assertThatCode(report::requireUsableTriples).doesNotThrowAnyException();
  }

  @Test
  void showsOnlyAFewExamples() {
    for (int i = 0; i < 9; i++) {
      add("t" + i, "");
    }

    assertThat(validation.report().drops())
        .singleElement()
        .satisfies(
            drop -> {
              assertThat(drop.count()).isEqualTo(9);
              assertThat(drop.examples()).hasSize(3);
            });
  }

  @Test
  void refusesDataWhoseRelationsAreNotInTheSchema() {
    add("a", "Bean of Texas", triple("Bean", "/people/birth-place", "Texas"));
    add("b", "Bean of Texas", triple("Bean", "hometown", "Texas"));

    assertThatThrownBy(() -> validation.report().requireUsableTriples())
        .isInstanceOf(CorpusException.class)
        .hasMessageContaining("train.jsonl: no triple can be used for training")
        .hasMessageContaining("use the relation schema that belongs to this data")
        .hasMessageContaining("'hometown' (1)");
  }

  @Test
  void refusesDataWithoutAnyTriple() {
    add("a", "Bean of Texas");

    assertThatThrownBy(() -> validation.report().requireUsableTriples())
        .isInstanceOf(CorpusException.class)
        .hasMessageContaining("lists no triple at all");
  }

  @Test
  void refusesDataWhoseEntitiesAreNotInTheirTexts() {
    add("a", "Bean of Texas", triple("Bean", "mission", "Apollo"));

    assertThatThrownBy(() -> validation.report().requireUsableTriples())
        .isInstanceOf(CorpusException.class)
        .hasMessageContaining("entities must be stretches of their text")
        .hasMessageContaining("a: 'Apollo' of (Bean, mission, Apollo)");
  }
}
