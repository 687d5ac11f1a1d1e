package org.relunet.pipeline.input;

import java.io.Serializable;
import java.nio.file.Path;

/**
 * A file of documents.
 *
 * @param name what ids and errors call it: see {@link InputResolver}; or "stdin"
 * @param location absolute path; it must mean the same file on every worker
 * @param format how it holds documents
 * @param problem why nothing of it can be read; empty where it can
 */
public record Source(String name, String location, RecordFormat format, String problem)
    implements Serializable {
  /** One that can be read. */
  public Source(String name, String location, RecordFormat format) {
    this(name, location, format, "");
  }

  public Path path() {
    return Path.of(location);
  }
}
