package org.relunet.corpus.passages;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.relunet.api.text.CharacterSpan;
import org.relunet.corpus.AnnotatedTriple;
import org.relunet.corpus.LocatedEntity;
import org.relunet.corpus.passages.AnnotatedDocument.Mention;

/** The mentions of a fact's subject and object that a triple takes. */
record MentionPair(CharacterSpan subject, CharacterSpan object) {

  /** The pair by the rule of {@link Passages}; empty where all mentions overlap, or are none. */
  static Optional<MentionPair> of(
      List<Mention> subjects, List<Mention> objects, Set<Integer> evidence) {
    Set<Integer> both = Passages.sentences(subjects);
    both.retainAll(Passages.sentences(objects));
    if (both.stream().anyMatch(evidence::contains)) {
      both.retainAll(evidence);
    }
    if (both.isEmpty()) {
      return nearest(subjects, objects);
    }
    return nearest(within(both, subjects), within(both, objects))
        .or(() -> nearest(subjects, objects));
  }

  private static List<Mention> within(Set<Integer> sentences, List<Mention> mentions) {
    return mentions.stream().filter(mention -> sentences.contains(mention.sentence())).toList();
  }

  /** Of pairs that are equally near, the first. */
  private static Optional<MentionPair> nearest(List<Mention> subjects, List<Mention> objects) {
    MentionPair nearest = null;
    int least = Integer.MAX_VALUE;
    for (Mention subject : subjects) {
      for (Mention object : objects) {
        CharacterSpan a = subject.span();
        CharacterSpan b = object.span();
        int gap = Math.max(b.start() - a.end(), a.start() - b.end());
        // below zero, they overlap
        if (gap >= 0 && gap < least) {
          least = gap;
          nearest = new MentionPair(a, b);
        }
      }
    }
    return Optional.ofNullable(nearest);
  }

  /** The triple in a passage that begins at the given place of the document. */
  AnnotatedTriple triple(String relation, String passage, int start) {
    return new AnnotatedTriple(
        entity(subject.shift(-start), passage), relation, entity(object.shift(-start), passage));
  }

  private static LocatedEntity entity(CharacterSpan span, String passage) {
    return new LocatedEntity(passage.substring(span.start(), span.end()), span);
  }
}
