package org.relunet.pipeline.extract;

import java.io.ByteArrayOutputStream;
import org.relunet.pipeline.record.DeadLetter;
import org.relunet.pipeline.record.DeadLetterEncoder;

/** Gathers what becomes of a window's records, in their order. */
final class ResultCollector {
  private final DeadLetterEncoder deadLetterEncoder = new DeadLetterEncoder();
  private final ByteArrayOutputStream results = new ByteArrayOutputStream();
  private final ByteArrayOutputStream deadLetters = new ByteArrayOutputStream();
  private long documents;
  private long triples;
  private long failures;

  void addResult(byte[] lines, int tripleCount) {
    results.writeBytes(lines);
    documents++;
    triples += tripleCount;
  }

  void addDeadLetter(DeadLetter letter) {
    deadLetterEncoder.encode(letter, deadLetters);
    failures++;
  }

  WindowResult result(WindowPlace place) {
    return new WindowResult(
        place,
        results.toByteArray(),
        deadLetters.toByteArray(),
        new ExtractionCounts(documents, triples, failures));
  }
}
