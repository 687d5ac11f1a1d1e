package org.relunet.pipeline.extract;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.relunet.api.triple.Extraction;
import org.relunet.api.triple.Triple;
import org.relunet.pipeline.markup.MarkupException;
import org.relunet.pipeline.record.DeadLetter;
import org.relunet.pipeline.record.Decoded;
import org.relunet.pipeline.record.LocatedDocument;
import org.relunet.pipeline.record.Stage;
import org.relunet.pipeline.result.ResultEncoder;
import org.relunet.pipeline.result.ResultSettings;
import org.relunet.runtime.TripleEngine;

/** Takes windows through the engine. Every record of a window ends in a result or a dead letter. */
public final class WindowExtractor {
  private final IsolatingExtractor extractor;
  private final ResultEncoder encoder;
  private final double minimumConfidence;

  /** One for each thread; the engine is shared. */
  public WindowExtractor(TripleEngine engine, ResultSettings settings) {
    this.extractor = new IsolatingExtractor(engine);
    this.encoder = settings.encoder();
    this.minimumConfidence = settings.minimumConfidence();
  }

  public WindowResult extract(DocumentWindow window) {
    List<ReadDocument> documents = new ArrayList<>();
    Map<LocatedDocument, ExtractionOutcome> outcomes = new IdentityHashMap<>();
    for (Decoded record : window.records()) {
      if (record instanceof Decoded.Accepted accepted) {
        try {
          documents.add(ReadDocument.of(accepted.document()));
        } catch (MarkupException e) {
          outcomes.put(accepted.document(), new ExtractionOutcome.Failed(e));
        }
      }
    }
    extract(documents, outcomes);
    ResultCollector collector = new ResultCollector();
    for (Decoded record : window.records()) {
      if (record instanceof Decoded.Accepted accepted) {
        collect(accepted.document(), outcomes.get(accepted.document()), collector);
      } else if (record instanceof Decoded.Rejected rejected) {
        collector.addDeadLetter(rejected.letter());
      }
    }
    return collector.result(window.place());
  }

  /** Outcomes are kept by identity: the same document may be given twice. */
  private void extract(
      List<ReadDocument> documents, Map<LocatedDocument, ExtractionOutcome> outcomes) {
    List<ExtractionOutcome> found =
        extractor.extract(documents.stream().map(ReadDocument::visible).toList());
    for (int i = 0; i < found.size(); i++) {
      outcomes.put(documents.get(i).original(), documents.get(i).atItsPlace(found.get(i)));
    }
  }

  private void collect(
      LocatedDocument document, ExtractionOutcome outcome, ResultCollector collector) {
    if (outcome instanceof ExtractionOutcome.Failed failed) {
      boolean unread = failed.failure() instanceof MarkupException;
      Stage stage = unread ? Stage.DECODE : Stage.EXTRACT;
      collector.addDeadLetter(deadLetter(document, stage, failed.reason()));
    } else if (outcome instanceof ExtractionOutcome.Extracted extracted) {
      Extraction kept = confident(extracted.extraction());
      // apart from the others' lines, so that a failure leaves no half of a line
      ByteArrayOutputStream lines = new ByteArrayOutputStream();
      try {
        encoder.encode(document.location(), kept, lines);
      } catch (RuntimeException e) {
        collector.addDeadLetter(deadLetter(document, Stage.ENCODE, e.toString()));
        return;
      }
      collector.addResult(lines.toByteArray(), kept.triples().size());
    }
  }

  private Extraction confident(Extraction extraction) {
    List<Triple> kept =
        extraction.triples().stream()
            .filter(triple -> triple.confidence() >= minimumConfidence)
            .toList();
    return new Extraction(
        extraction.document(), kept, extraction.sentences(), extraction.modelVersion());
  }

  private static DeadLetter deadLetter(LocatedDocument document, Stage stage, String reason) {
    try {
      return new DeadLetter(document.location(), stage, reason, document.location().read());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
