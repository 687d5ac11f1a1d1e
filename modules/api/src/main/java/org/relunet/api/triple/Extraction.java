package org.relunet.api.triple;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.relunet.api.text.Document;

/**
 * All triples of a document, with the version of the model that found them.
 *
 * @param document the document
 * @param triples in the order of the text
 * @param sentences how many sentences the document was found to have
 * @param modelVersion version of the model package
 */
public record Extraction(
    Document document, List<Triple> triples, int sentences, String modelVersion) {
  public Extraction {
    requireNonNull(document, "document");
    triples = List.copyOf(triples);
    requireNonNull(modelVersion, "modelVersion");
  }
}
