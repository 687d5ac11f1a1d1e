package org.relunet.corpus.alignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.relunet.api.text.CharacterSpan;
import org.relunet.api.text.TokenSpan;
import org.relunet.api.triple.RelationSchema;
import org.relunet.api.triple.SentenceLabels;
import org.relunet.api.triple.WordEntity;
import org.relunet.corpus.AnnotatedEntity;
import org.relunet.corpus.AnnotatedText;
import org.relunet.corpus.CorpusException;
import org.relunet.corpus.schema.SchemaCollector;
import org.relunet.corpus.validation.Validation;

/** Listed entities, and texts of which some relations were annotated. */
class FurtherAlignmentTest {
  private static final RelationSchema SCHEMA =
      new RelationSchema(List.of("born in", "died in", "lies in"));

  private static AnnotatedText text(
      Optional<List<AnnotatedEntity>> entities, Optional<List<String>> annotated) {
    return new AnnotatedText("t7", "Alan Bean flew .", List.of(), entities, annotated);
  }

  private static AlignedText align(AnnotatedText text) {
    return new GoldAligner(SCHEMA, MentionPolicy.NEAREST).align(text, Words.spaced(text.text()));
  }

  private static AnnotatedEntity entity(int start, int end, String type) {
    return new AnnotatedEntity(new CharacterSpan(start, end), type);
  }

  @Test
  void entitiesAreFoundAmongTheWordsAndThoseInsideWordsAreCounted() {
    AlignedText aligned =
        align(
            text(
                Optional.of(List.of(entity(0, 9, "PER"), entity(5, 9, ""), entity(5, 8, ""))),
                Optional.empty()));
    assertThat(aligned.labels().entities().orElseThrow())
        .containsExactly(
            new WordEntity(new TokenSpan(0, 1), "PER"), new WordEntity(new TokenSpan(1, 1), ""));
    assertThat(aligned.labels().knowsEntities()).isTrue();
    Validation validation = new Validation("train.jsonl", SCHEMA);
    validation.add(aligned);
    validation.add(align(text(Optional.empty(), Optional.empty())));
    assertThat(validation.report().lines())
        .contains(
            "  1 of 2 texts list their entities, 3 together; those of the others are taken from"
                + " their triples",
            "  dropped 1 entity: an entity begins or ends inside a word",
            "  2 of 3 entities have no type");
  }

  @Test
  void annotatedRelationsBecomeTheirIndices() {
    SentenceLabels some = align(text(Optional.empty(), Optional.of(List.of("died in")))).labels();
    assertThat(some.annotated()).hasValue(Set.of(1));
    assertThat(some.isAnnotated(1)).isTrue();
    assertThat(some.isAnnotated(0)).isFalse();
    assertThat(some.knowsEntities()).isFalse();
    assertThat(align(text(Optional.of(List.of()), Optional.of(List.of()))).labels().knowsEntities())
        .isTrue();
  }

  @Test
  void allRelationsOfTheSchemaAreAsGoodAsNoneNamed() {
    assertThat(align(text(Optional.empty(), Optional.of(SCHEMA.relations()))).labels())
        .isEqualTo(align(text(Optional.empty(), Optional.empty())).labels());
  }

  @Test
  void aRelationThatTheSchemaLacksIsAnErrorThatNamesTheText() {
    assertThatThrownBy(() -> align(text(Optional.empty(), Optional.of(List.of("born at")))))
        .isInstanceOf(CorpusException.class)
        .hasMessageContaining("text 't7'")
        .hasMessageContaining("'born at'");
  }

  @Test
  void annotatedRelationsBelongToACollectedSchemaEvenWithoutATriple() {
    assertThat(
            SchemaCollector.collect(
                    "train.jsonl", List.of(text(Optional.empty(), Optional.of(List.of("b", "a")))))
                .relations())
        .containsExactly("a", "b");
  }
}
