package org.relunet.pipeline.fact;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.relunet.api.triple.Extraction;
import org.relunet.api.triple.Mention;
import org.relunet.api.triple.Triple;

/**
 * Surnames that stand for a full name that the text has given before.
 *
 * <p>The full name must be a person's, which a triple shows ({@link PersonRelations}), and nobody
 * else in the text may have the surname: wherever it stands, no other capitalised word is before
 * it, and no other given name is joined to the full name ("Paul and Alan Bean"). A triple that
 * relates both shows two entities, and "in Washington" is a place.
 */
final class Surnames {
  private static final Set<String> PLACE = Set.of("in", "at", "near", "from", "outside", "of");
  private static final Set<String> JOINS = Set.of("and", "or");
  private static final Set<String> PARTICLES =
      Set.of(
          "al", "bin", "da", "de", "del", "den", "der", "di", "ibn", "la", "le", "ten", "ter",
          "van", "von", "zu");
  private static final Set<String> SUFFIXES = Set.of("Jr", "Sr", "Junior", "Senior");

  /** A full name, and where it stands first. */
  private record Bearer(String name, int start) {}

  private final List<Word> words;
  private final Map<String, Bearer> bearers = new HashMap<>();

  Surnames(Extraction extraction, List<Word> words) {
    this.words = words;
    Map<String, Set<String>> candidates = new HashMap<>();
    for (Triple triple : extraction.triples()) {
      if (PersonRelations.subjectIsPerson(triple.relation())) {
        add(triple.subject(), candidates);
      }
      if (PersonRelations.objectIsPerson(triple.relation())) {
        add(triple.object(), candidates);
      }
    }
    for (Triple triple : extraction.triples()) {
      candidates.remove(related(triple.subject(), triple.object()));
      candidates.remove(related(triple.object(), triple.subject()));
    }
    Map<String, List<Integer>> places = new HashMap<>();
    for (int i = 0; i < words.size(); i++) {
      if (candidates.containsKey(words.get(i).text())) {
        places.computeIfAbsent(words.get(i).text(), none -> new ArrayList<>()).add(i);
      }
    }
    candidates.forEach(
        (surname, names) -> {
          if (names.size() == 1) {
            bearer(names.iterator().next(), places.getOrDefault(surname, List.of()))
                .ifPresent(bearer -> bearers.put(surname, bearer));
          }
        });
  }

  /** The full name that a mention stands for; empty where it is no surname of one. */
  Optional<String> name(Mention mention, String surname) {
    Bearer bearer = bearers.get(surname);
    if (bearer == null || mention.span().start() <= bearer.start()) {
      return Optional.empty();
    }
    int at =
        Collections.binarySearch(
            words,
            new Word("", mention.span().start(), false),
            (one, other) -> Integer.compare(one.start(), other.start()));
    boolean place = at > 0 && words.get(at).joined() && PLACE.contains(words.get(at - 1).text());
    return at < 0 || place ? Optional.empty() : Optional.of(bearer.name());
  }

  private static void add(Mention mention, Map<String, Set<String>> candidates) {
    String name = DocumentNames.withoutArticle(mention.text());
    List<Word> parts = Word.of(name);
    if (isFullName(parts)) {
      String surname = parts.get(parts.size() - 1).text();
      candidates.computeIfAbsent(surname, none -> new HashSet<>()).add(name);
    }
  }

  private static boolean isFullName(List<Word> parts) {
    if (parts.size() < 2 || !parts.get(0).isCapitalised()) {
      return false;
    }
    String last = parts.get(parts.size() - 1).text();
    return parts.stream().allMatch(part -> part.isCapitalised() || PARTICLES.contains(part.text()))
        && Character.isUpperCase(last.codePointAt(0))
        && last.chars().anyMatch(Character::isLowerCase)
        && !SUFFIXES.contains(last);
  }

  /** The surname where one side is the full name and the other its last word; else empty. */
  private static String related(Mention full, Mention last) {
    List<Word> parts = Word.of(full.text());
    String surname = DocumentNames.withoutArticle(last.text());
    boolean same = parts.size() > 1 && parts.get(parts.size() - 1).text().equals(surname);
    return same ? surname : "";
  }

  private Optional<Bearer> bearer(String name, List<Integer> places) {
    List<Word> parts = Word.of(name);
    int first = -1;
    for (int place : places) {
      int begin = place - parts.size() + 1;
      if (isAt(begin, parts)) {
        if (isJoinedToAnother(begin)) {
          return Optional.empty();
        }
        first = first < 0 ? words.get(begin).start() : first;
      } else if (hasNameBefore(place)) {
        return Optional.empty();
      }
    }
    return first < 0 ? Optional.empty() : Optional.of(new Bearer(name, first));
  }

  private boolean isAt(int begin, List<Word> parts) {
    if (begin < 0 || hasNameBefore(begin)) {
      return false;
    }
    for (int i = 0; i < parts.size(); i++) {
      if (!words.get(begin + i).text().equals(parts.get(i).text())) {
        return false;
      }
    }
    return true;
  }

  private boolean hasNameBefore(int word) {
    if (word <= 0 || !words.get(word).joined()) {
      return false;
    }
    Word before = words.get(word - 1);
    return before.mayBePartOfName() || PARTICLES.contains(before.text());
  }

  /** Whether one capitalised word alone and "and" stand before: "Paul and Alan Bean". */
  private boolean isJoinedToAnother(int begin) {
    return begin >= 2
        && words.get(begin).joined()
        && words.get(begin - 1).joined()
        && JOINS.contains(words.get(begin - 1).text())
        && words.get(begin - 2).mayBePartOfName()
        && !hasNameBefore(begin - 2);
  }
}
