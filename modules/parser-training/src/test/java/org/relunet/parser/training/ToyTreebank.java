package org.relunet.parser.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** Writes treebanks of two patterns: "the old dog sees a cat ." and "dogs sleep ." */
final class ToyTreebank {
  private static final String[] NOUNS = {"dog", "cat", "horse", "bird", "fish", "child"};
  private static final String[] VERBS = {"sees", "hears", "likes", "follows"};
  private static final String[] ADJECTIVES = {"old", "young", "big", "small"};

  private ToyTreebank() {}

  static Path write(Path file, int sentences, long seed) {
    Random random = new Random(seed);
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < sentences; i++) {
      if (random.nextInt(4) > 0) {
        word(lines, 1, "the", "DET", 3, "det");
        word(lines, 2, pick(random, ADJECTIVES), "ADJ", 3, "amod");
        word(lines, 3, pick(random, NOUNS), "NOUN", 4, "nsubj");
        word(lines, 4, pick(random, VERBS), "VERB", 0, "root");
        word(lines, 5, "a", "DET", 6, "det");
        word(lines, 6, pick(random, NOUNS), "NOUN", 4, "obj");
        word(lines, 7, ".", "PUNCT", 4, "punct");
      } else {
        word(lines, 1, pick(random, NOUNS) + "s", "NOUN", 2, "nsubj");
        word(lines, 2, "sleep", "VERB", 0, "root");
        word(lines, 3, ".", "PUNCT", 2, "punct");
      }
      lines.append('\n');
    }
    try {
      return Files.writeString(file, lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String pick(Random random, String[] words) {
    return words[random.nextInt(words.length)];
  }

  private static void word(
      StringBuilder lines, int id, String form, String tag, int head, String relation) {
    lines.append(
        String.join("\t", id + "", form, "_", tag, "_", "_", head + "", relation, "_", "_\n"));
  }
}
