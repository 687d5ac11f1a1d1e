package org.relunet.runtime.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Sentences of few words that state who was born where and who works for whom. */
final class TinyLanguage {
  static final List<String> RELATIONS = List.of("bornIn", "worksFor");

  private static final List<String> PEOPLE = List.of("Anna", "Boris", "Clara", "David", "Emma");
  private static final List<String> CITIES = List.of("Rome", "Paris", "London", "Berlin", "Oslo");
  private static final List<String> COMPANIES = List.of("Acme", "Initech", "Globex");
  private static final List<String> FILLERS =
      List.of("indeed", "today", "people", "say", "often", "nobody", "knows", "why", "rain");

  private final Random random = new Random(11);

  /**
   * A sentence.
   *
   * @param text words with single blanks between them
   */
  record Example(String text, List<String[]> triples) {}

  /** A directory with a vocabulary of one piece a word. */
  static Path vocabulary(Path directory) {
    List<String> pieces = new ArrayList<>(List.of("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"));
    Stream.of(PEOPLE, CITIES, COMPANIES, FILLERS, List.of("was", "born", "in", "works", "for", "."))
        .flatMap(List::stream)
        .map(String::toLowerCase)
        .forEach(pieces::add);
    try {
      Files.createDirectories(directory);
      Files.write(directory.resolve("vocab.txt"), pieces);
      return directory;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<Example> examples(int count) {
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      examples.add(
          switch (i % 5) {
            case 0, 1 -> statement(PEOPLE, "was born in", "bornIn", CITIES);
            case 2, 3 -> statement(PEOPLE, "works for", "worksFor", COMPANIES);
            default -> new Example(fillers() + "rain .", List.of());
          });
    }
    return examples;
  }

  private Example statement(
      List<String> subjects, String verb, String relation, List<String> objects) {
    String subject = any(subjects);
    String object = any(objects);
    return new Example(
        "%s%s %s %s %s.".formatted(fillers(), subject, verb, object, fillers()),
        List.<String[]>of(new String[] {subject, relation, object}));
  }

  private String fillers() {
    StringBuilder fillers = new StringBuilder();
    for (int count = random.nextInt(8); count > 0; count--) {
      fillers.append(any(FILLERS)).append(' ');
    }
    return fillers.toString();
  }

  private String any(List<String> words) {
    return words.get(random.nextInt(words.size()));
  }
}
