package org.relunet.corpus.check;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.relunet.corpus.AnnotatedText;
import org.relunet.corpus.format.OffsetUnit;

/**
 * A file of a data set.
 *
 * @param name names it in messages, usually the file
 * @param texts in the file's order
 * @param offsets what the file's offsets were taken for
 */
public record CorpusPart(String name, List<AnnotatedText> texts, OffsetUnit offsets) {
  public CorpusPart {
    requireNonNull(name, "name");
    texts = List.copyOf(texts);
  }
}
