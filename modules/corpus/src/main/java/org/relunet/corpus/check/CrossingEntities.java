package org.relunet.corpus.check;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.relunet.api.text.CharacterSpan;
import org.relunet.common.messages.Count;
import org.relunet.common.messages.Excerpt;
import org.relunet.corpus.AnnotatedEntity;
import org.relunet.corpus.AnnotatedText;

/**
 * Listed entities of which each begins or ends within the other: one inside another is usual, but
 * such a pair is mostly a slip of an annotator or a wrong offset.
 */
final class CrossingEntities {
  private CrossingEntities() {}

  static Optional<Finding> of(CorpusPart part) {
    List<String> crossing = new ArrayList<>();
    for (AnnotatedText text : part.texts()) {
      text.entities().flatMap(entities -> first(text, entities)).ifPresent(crossing::add);
    }
    return crossing.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Finding.of(
                "%s: %s entities that cross, each with a part outside of the other"
                    .formatted(part.name(), Count.of(crossing.size(), "text lists", "texts list")),
                crossing));
  }

  private static Optional<String> first(AnnotatedText text, List<AnnotatedEntity> entities) {
    List<CharacterSpan> spans =
        entities.stream()
            .map(AnnotatedEntity::span)
            .sorted(
                Comparator.comparingInt(CharacterSpan::start)
                    .thenComparing(Comparator.comparingInt(CharacterSpan::end).reversed()))
            .toList();
    // those that hold the current place, each within the one before it
    Deque<CharacterSpan> open = new ArrayDeque<>();
    for (CharacterSpan span : spans) {
      while (!open.isEmpty() && open.getLast().end() <= span.start()) {
        open.removeLast();
      }
      if (!open.isEmpty() && open.getLast().end() < span.end()) {
        return Optional.of(
            "%s: '%s' and '%s'"
                .formatted(text.id(), characters(text, open.getLast()), characters(text, span)));
      }
      open.addLast(span);
    }
    return Optional.empty();
  }

  private static String characters(AnnotatedText text, CharacterSpan span) {
    return Excerpt.of(text.text().substring(span.start(), span.end()));
  }
}
