package org.relunet.pipeline.fact;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which relations show that their subject or object is a person, by the words of their names: of
 * {@code birthPlace}, {@code place of birth} and {@code /people/person/place_of_birth} alike. A
 * name that ends in "of" turns its relation round and shows nothing.
 */
final class PersonRelations {
  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}]+|(?<=\\p{Ll})(?=\\p{Lu})");
  private static final Set<String> OF_BOTH =
      Set.of("spouse", "father", "mother", "sibling", "child", "children");
  private static final Set<String> OF_SUBJECTS =
      Set.of(
          "birth",
          "born",
          "death",
          "died",
          "nationality",
          "citizenship",
          "mater",
          "educated",
          "occupation",
          "profession");
  private static final Set<String> OF_OBJECTS =
      Set.of("author", "writer", "screenwriter", "director", "composer", "starring");

  private PersonRelations() {}

  static boolean subjectIsPerson(String relation) {
    return names(relation, OF_SUBJECTS);
  }

  static boolean objectIsPerson(String relation) {
    return names(relation, OF_OBJECTS);
  }

  private static boolean names(String relation, Set<String> ofSide) {
    List<String> words =
        Arrays.stream(BETWEEN.split(relation)).map(word -> word.toLowerCase(Locale.ROOT)).toList();
    return !words.get(words.size() - 1).equals("of")
        && words.stream().anyMatch(word -> ofSide.contains(word) || OF_BOTH.contains(word));
  }
}
