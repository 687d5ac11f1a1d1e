package org.relunet.corpus.overlap;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.relunet.corpus.TextTriple;

/** How a text's {@link OverlapClass}es are found. */
public enum OverlapConvention {
  /**
   * As the classes are defined. Repetitions of a triple are removed first; a pair is unordered, so
   * that {@code (a, r, b)} and {@code (b, s, a)} are two triples of one pair; an entity that is
   * subject and object of the same triple makes a pair with itself, and is shared only if another
   * pair has it too.
   */
  DISTINCT {
    @Override
    public Set<OverlapClass> classes(Collection<TextTriple> listed) {
      List<Set<String>> pairs =
          new HashSet<>(listed).stream().map(t -> entities(t.subject(), t.object())).toList();
      List<String> occurrences = new ArrayList<>();
      new HashSet<>(pairs).forEach(occurrences::addAll);
      return classesOf(listed, repeats(pairs), repeats(occurrences));
    }
  },

  /**
   * As the published figures of these data sets are counted (the program of Zeng et al. and of
   * CasRel, whose class sizes of WebNLG* and NYT* papers quote): triples as listed, so that a
   * triple listed twice makes its text EPO; pairs are ordered; an entity that is subject and object
   * of one triple counts as shared, so that the text is SEO.
   */
  AS_PUBLISHED {
    @Override
    public Set<OverlapClass> classes(Collection<TextTriple> listed) {
      List<List<String>> pairs =
          listed.stream().map(t -> List.of(t.subject(), t.object())).toList();
      List<String> occurrences = new ArrayList<>();
      new HashSet<>(pairs).forEach(occurrences::addAll);
      return classesOf(listed, repeats(pairs), repeats(occurrences));
    }
  };

  /**
   * The classes of a text: {@code NORMAL} alone, or one or both of the others; none for a text
   * without triples.
   *
   * @param listed the text's triples as its file lists them, repetitions included
   */
  public abstract Set<OverlapClass> classes(Collection<TextTriple> listed);

  /** The name in reports: {@code as-published}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Set<String> entities(String subject, String object) {
    return subject.equals(object) ? Set.of(subject) : Set.of(subject, object);
  }

  private static boolean repeats(Collection<?> items) {
    return new HashSet<>(items).size() < items.size();
  }

  private static Set<OverlapClass> classesOf(
      Collection<TextTriple> listed, boolean pairOverlap, boolean entityOverlap) {
    Set<OverlapClass> classes = EnumSet.noneOf(OverlapClass.class);
    if (pairOverlap) {
      classes.add(OverlapClass.EPO);
    }
    if (entityOverlap) {
      classes.add(OverlapClass.SEO);
    }
    if (classes.isEmpty() && !listed.isEmpty()) {
      classes.add(OverlapClass.NORMAL);
    }
    return classes;
  }
}
