package org.relunet.corpus.check;

import java.util.ArrayList;
import java.util.Comparator;
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
    // in this order one that is crossed by any is crossed by one after it and before its end
    List<CharacterSpan> spans =
        entities.stream()
            .map(AnnotatedEntity::span)
            .sorted(Comparator.comparingInt(CharacterSpan::start))
            .toList();
    for (int i = 0; i < spans.size(); i++) {
      CharacterSpan one = spans.get(i);
      for (int j = i + 1; j < spans.size() && spans.get(j).start() < one.end(); j++) {
        CharacterSpan other = spans.get(j);
        if (other.start() > one.start() && other.end() > one.end()) {
          return Optional.of(
              "%s: '%s' and '%s'"
                  .formatted(text.id(), characters(text, one), characters(text, other)));
        }
      }
    }
    return Optional.empty();
  }

  private static String characters(AnnotatedText text, CharacterSpan span) {
    return Excerpt.of(text.text().substring(span.start(), span.end()));
  }
}
