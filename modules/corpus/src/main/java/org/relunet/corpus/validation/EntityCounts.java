package org.relunet.corpus.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.relunet.common.messages.Count;
import org.relunet.corpus.AnnotatedEntity;
import org.relunet.corpus.alignment.AlignedText;

/**
 * What texts list beside their triples.
 *
 * @param texts that list their entities
 * @param entities listed
 * @param insideWords those that begin or end inside a word
 * @param notInText those that were listed by name alone, and that the text lacks; not counted above
 * @param untyped those without a type
 * @param partial texts that say of which relations they list all triples
 */
public record EntityCounts(
    int texts, int entities, int insideWords, int notInText, int untyped, int partial) {
  /** Nothing counted. */
  static final EntityCounts NONE = new EntityCounts(0, 0, 0, 0, 0, 0);

  /** With one text more. */
  EntityCounts plus(AlignedText text) {
    Optional<List<AnnotatedEntity>> listed = text.source().entities();
    int some = partial + (text.source().annotated().isPresent() ? 1 : 0);
    if (listed.isEmpty()) {
      return new EntityCounts(texts, entities, insideWords, notInText, untyped, some);
    }
    int all = listed.get().size();
    int usable = text.labels().entities().map(List::size).orElse(0);
    int without = (int) listed.get().stream().filter(one -> one.type().isEmpty()).count();
    return new EntityCounts(
        texts + 1,
        entities + all,
        insideWords + all - usable,
        notInText + text.source().notInText().size(),
        untyped + without,
        some);
  }

  /**
   * Readable lines; none where no text lists any.
   *
   * @param all texts
   */
  List<String> lines(int all) {
    List<String> lines = new ArrayList<>();
    if (texts > 0) {
      lines.add(
          "  %d of %d texts list their entities, %d together; those of the others are taken from their triples"
              .formatted(texts, all, entities));
    }
    if (insideWords > 0) {
      lines.add(
          "  dropped "
              + Count.of(insideWords, "entity", "entities")
              + ": an entity begins or ends inside a word");
    }
    if (notInText > 0) {
      lines.add(
          "  dropped "
              + Count.of(notInText, "entity", "entities")
              + ": an entity is not in the text");
    }
    if (untyped > 0 && untyped < entities) {
      lines.add("  %d of %d entities have no type".formatted(untyped, entities));
    }
    if (partial > 0) {
      lines.add(
          "  %d of %d texts say which relations were annotated: what they lack of others counts neither way"
              .formatted(partial, all));
    }
    return lines;
  }
}
