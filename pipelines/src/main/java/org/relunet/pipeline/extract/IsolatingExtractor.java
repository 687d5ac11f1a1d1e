package org.relunet.pipeline.extract;

import java.util.ArrayList;
import java.util.List;
import org.relunet.api.text.Document;
import org.relunet.api.triple.Extraction;
import org.relunet.runtime.DocumentTimeException;
import org.relunet.runtime.TripleEngine;

/**
 * Keeps a document that the engine fails on from taking its batch along: a batch that fails is
 * halved until the document stands alone, at most {@code 2 log2(n)} calls for one of n. One that
 * takes too long is known at once: the others are tried again without it.
 */
public final class IsolatingExtractor {
  private final TripleEngine engine;

  public IsolatingExtractor(TripleEngine engine) {
    this.engine = engine;
  }

  /** An outcome for each document, in order. */
  public List<ExtractionOutcome> extract(List<Document> documents) {
    if (documents.isEmpty()) {
      return List.of();
    }
    List<Extraction> extractions;
    try {
      extractions = engine.extract(documents);
    } catch (DocumentTimeException e) {
      return without(documents, e);
    } catch (RuntimeException | StackOverflowError e) {
      return isolate(documents, e);
    }
    if (extractions.size() != documents.size()) {
      throw new IllegalStateException(
          "the engine gave %d extractions for %d documents"
              .formatted(extractions.size(), documents.size()));
    }
    List<ExtractionOutcome> outcomes = new ArrayList<>(documents.size());
    for (Extraction extraction : extractions) {
      outcomes.add(new ExtractionOutcome.Extracted(extraction));
    }
    return outcomes;
  }

  private List<ExtractionOutcome> without(List<Document> documents, DocumentTimeException slow) {
    List<Document> others = new ArrayList<>(documents);
    others.remove(slow.document());
    List<ExtractionOutcome> outcomes = new ArrayList<>(extract(others));
    outcomes.add(slow.document(), new ExtractionOutcome.Failed(slow));
    return outcomes;
  }

  private List<ExtractionOutcome> isolate(List<Document> documents, Throwable failure) {
    if (documents.size() == 1) {
      return List.of(new ExtractionOutcome.Failed(failure));
    }
    int half = documents.size() / 2;
    List<ExtractionOutcome> outcomes = new ArrayList<>(documents.size());
    outcomes.addAll(extract(documents.subList(0, half)));
    outcomes.addAll(extract(documents.subList(half, documents.size())));
    return outcomes;
  }
}
