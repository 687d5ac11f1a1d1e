package org.relunet.corpus.format;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.relunet.corpus.AnnotatedText;

/**
 * A data file that was read.
 *
 * @param format of its records, never {@link CorpusFormat#AUTO}
 * @param texts in the file's order
 */
public record CorpusFile(CorpusFormat format, List<AnnotatedText> texts) {
  public CorpusFile {
    requireNonNull(format, "format");
    texts = List.copyOf(texts);
  }
}
