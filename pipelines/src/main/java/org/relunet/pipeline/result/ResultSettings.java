package org.relunet.pipeline.result;

import java.io.Serializable;
import org.relunet.pipeline.fact.DocumentFacts;

/**
 * How results are written.
 *
 * @param format the format
 * @param minimumConfidence triples below it are left out
 * @param baseIri start of every IRI (N-Triples)
 * @param provenance whether to say where each triple was found (N-Triples)
 * @param facts whether triples of a document that say the same are merged
 */
public record ResultSettings(
    ResultFormat format,
    double minimumConfidence,
    String baseIri,
    boolean provenance,
    boolean facts)
    implements Serializable {
  /** The start of IRIs where none is given. */
  public static final String DEFAULT_BASE_IRI = "urn:relunet:";

  public ResultSettings {
    if (!(minimumConfidence >= 0 && minimumConfidence <= 1)) {
      throw new IllegalArgumentException(
          "a confidence is a number from 0 to 1, not " + minimumConfidence);
    }
    BaseIri.require(baseIri);
  }

  /** Triples one by one. */
  public ResultSettings(
      ResultFormat format, double minimumConfidence, String baseIri, boolean provenance) {
    this(format, minimumConfidence, baseIri, provenance, false);
  }

  /** An encoder for one thread. */
  public ResultEncoder encoder() {
    return switch (format) {
      case JSONL -> facts ? new FactLinesEncoder() : new JsonLinesEncoder();
      case NTRIPLES -> nTriples();
    };
  }

  private ResultEncoder nTriples() {
    NTriplesEncoder encoder = new NTriplesEncoder(baseIri, provenance);
    return facts
        ? (location, extraction, out) ->
            encoder.encode(location, DocumentFacts.merged(extraction), out)
        : encoder;
  }
}
