package org.relunet.pipeline.result;

import java.io.Serializable;

/**
 * How results are written.
 *
 * @param format the format
 * @param minimumConfidence triples below it are left out
 * @param baseIri start of every IRI (N-Triples)
 * @param provenance whether to say where each triple was found (N-Triples)
 */
public record ResultSettings(
    ResultFormat format, double minimumConfidence, String baseIri, boolean provenance)
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

  /** An encoder for one thread. */
  public ResultEncoder encoder() {
    return switch (format) {
      case JSONL -> new JsonLinesEncoder();
      case NTRIPLES -> new NTriplesEncoder(baseIri, provenance);
    };
  }
}
