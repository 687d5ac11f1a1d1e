package org.relunet.pipeline.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.relunet.pipeline.record.LocatedDocument;

/** Forms batches of documents of similar length, so that little of a batch is padding. */
final class LengthBatches {
  /** About 48 English sentences of 130 characters. */
  private static final int BATCH_CHARACTERS = 6_000;

  private static final int BATCH_DOCUMENTS = 64;

  private LengthBatches() {}

  /**
   * The documents, each in exactly one batch. A batch holds at most {@value #BATCH_DOCUMENTS}
   * documents and, unless it holds a single one, {@value #BATCH_CHARACTERS} characters.
   */
  static List<List<LocatedDocument>> of(List<LocatedDocument> documents) {
    List<LocatedDocument> byLength = new ArrayList<>(documents);
    byLength.sort(Comparator.comparingInt(document -> document.text().length()));
    List<List<LocatedDocument>> batches = new ArrayList<>();
    List<LocatedDocument> batch = new ArrayList<>();
    long characters = 0;
    for (LocatedDocument document : byLength) {
      int length = document.text().length();
      boolean fits = characters + length <= BATCH_CHARACTERS && batch.size() < BATCH_DOCUMENTS;
      if (!batch.isEmpty() && !fits) {
        batches.add(batch);
        batch = new ArrayList<>();
        characters = 0;
      }
      batch.add(document);
      characters += length;
    }
    if (!batch.isEmpty()) {
      batches.add(batch);
    }
    return batches;
  }
}
