package org.relunet.runtime.live;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.relunet.api.text.Document;
import org.relunet.api.triple.Extraction;
import org.relunet.runtime.TripleEngine;

/** Finds nothing, and knows whether it was used and closed as it should be. */
final class FakeEngine implements TripleEngine {
  private final String version;
  private final AtomicInteger batches = new AtomicInteger();
  private final AtomicInteger closings = new AtomicInteger();
  private final List<Integer> sizes = new ArrayList<>();

  FakeEngine(String version) {
    this.version = version;
  }

  @Override
  public String modelVersion() {
    return version;
  }

  @Override
  public List<Extraction> extract(List<Document> documents) {
    batches.incrementAndGet();
    try {
      requireOpen();
      synchronized (sizes) {
        documents.forEach(document -> sizes.add(document.text().length()));
      }
      List<Extraction> extractions =
          documents.stream()
              .map(document -> new Extraction(document, List.of(), 1, version))
              .toList();
      requireOpen();
      return extractions;
    } finally {
      batches.decrementAndGet();
    }
  }

  private void requireOpen() {
    if (closings.get() > 0) {
      throw new IllegalStateException(version + " is used and closed");
    }
  }

  /** Characters of each document, in the order in which they were read. */
  List<Integer> sizes() {
    synchronized (sizes) {
      return List.copyOf(sizes);
    }
  }

  int closings() {
    return closings.get();
  }

  @Override
  public void close() {
    closings.incrementAndGet();
    if (batches.get() > 0) {
      throw new IllegalStateException(version + " is closed in the middle of a batch");
    }
  }
}
