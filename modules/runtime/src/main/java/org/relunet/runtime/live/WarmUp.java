package org.relunet.runtime.live;

import java.util.List;
import java.util.stream.IntStream;
import org.relunet.api.text.Document;
import org.relunet.runtime.TripleEngine;

/** The first passes of a network are slow: they are made before it gets real work. */
final class WarmUp {
  private static final String SENTENCE = "Ann was born in Texas and works for Acme. ";
  private static final List<Integer> LENGTHS = List.of(1, 3, 8);
  private static final int DOCUMENTS = 16;

  private WarmUp() {}

  /**
   * @throws RuntimeException if the engine fails on plain texts
   */
  static void run(TripleEngine engine) {
    for (int length : LENGTHS) {
      engine.extract(
          IntStream.range(0, DOCUMENTS)
              .mapToObj(number -> new Document("warm-up-" + number, SENTENCE.repeat(length)))
              .toList());
    }
  }
}
