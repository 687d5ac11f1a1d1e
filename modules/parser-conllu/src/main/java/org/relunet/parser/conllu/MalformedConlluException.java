package org.relunet.parser.conllu;

import java.nio.file.Path;

/** A CoNLL-U file breaks the format. The message names file, line and what to do. */
public final class MalformedConlluException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  MalformedConlluException(Path file, int line, String problem) {
    super(file + ":" + line + ": " + problem);
  }
}
