package org.relunet.corpus.passages;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Set;
import org.relunet.api.text.CharacterSpan;

/**
 * A document whose entities are listed with all their mentions, and whose facts stand between
 * entities. All places are UTF-16 units of the text.
 *
 * @param id names the document
 * @param text all of it
 * @param sentences in the order of the text, none overlapping another
 * @param entities each with its mentions
 * @param facts between the entities
 */
public record AnnotatedDocument(
    String id, String text, List<Sentence> sentences, List<Mentioned> entities, List<Fact> facts) {
  public AnnotatedDocument {
    requireNonNull(id, "id");
    requireNonNull(text, "text");
    sentences = List.copyOf(sentences);
    entities = List.copyOf(entities);
    facts = List.copyOf(facts);
  }

  /**
   * A sentence.
   *
   * @param span where it stands
   * @param words how many words it has, one at least
   */
  public record Sentence(CharacterSpan span, int words) {}

  /**
   * One mention of an entity.
   *
   * @param sentence index of the sentence that it stands in
   * @param span where it stands, inside that sentence
   */
  public record Mention(int sentence, CharacterSpan span) {}

  /**
   * An entity.
   *
   * @param type the name of its kind; empty where there is none
   * @param mentions all of them
   */
  public record Mentioned(String type, List<Mention> mentions) {
    public Mentioned {
      requireNonNull(type, "type");
      mentions = List.copyOf(mentions);
    }
  }

  /**
   * A fact.
   *
   * @param subject index of an entity
   * @param relation the relation's name
   * @param object index of an entity
   * @param evidence indices of the sentences that together state it; empty where nobody says
   */
  public record Fact(int subject, String relation, int object, Set<Integer> evidence) {
    public Fact {
      requireNonNull(relation, "relation");
      evidence = Set.copyOf(evidence);
    }
  }
}
