package org.relunet.runtime;

import java.util.List;
import org.relunet.api.text.Document;
import org.relunet.api.triple.Extraction;

/**
 * From documents to triples: the one path that the command line, files, streams and evaluation use.
 * Thread-safe.
 */
public interface TripleEngine extends AutoCloseable {
  /** Version of the loaded model package; every extraction carries it. */
  String modelVersion();

  /** The triples of each document, in the documents' order. */
  List<Extraction> extract(List<Document> documents);

  @Override
  void close();
}
