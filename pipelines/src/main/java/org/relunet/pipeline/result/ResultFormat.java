package org.relunet.pipeline.result;

/** The formats of results. */
public enum ResultFormat {
  /** A JSON object a document, its offsets counted in Unicode code points. */
  JSONL(".jsonl"),
  /** RDF: a statement a triple. */
  NTRIPLES(".nt");

  private final String extension;

  ResultFormat(String extension) {
    this.extension = extension;
  }

  /** End of a file's name. */
  public String extension() {
    return extension;
  }
}
