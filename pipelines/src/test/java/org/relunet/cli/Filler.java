package org.relunet.cli;

import java.util.Random;
import java.util.stream.Collectors;

/** Words that end no sentence and state no triple. */
final class Filler {
  private static final String[] WORDS =
      ("the of and to in a river old house green stone walked over under many people small city"
              + " water light north south long road came went")
          .split(" ");

  private Filler() {}

  static String words(int count) {
    return new Random(1)
        .ints(count, 0, WORDS.length)
        .mapToObj(word -> WORDS[word])
        .collect(Collectors.joining(" "));
  }
}
