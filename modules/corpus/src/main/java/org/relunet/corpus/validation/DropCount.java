package org.relunet.corpus.validation;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.relunet.corpus.alignment.DropReason;

/**
 * How often something was dropped for one reason.
 *
 * @param reason why
 * @param count how many triples, or texts where the reason concerns texts
 * @param examples the first few, each with its text's id
 */
public record DropCount(DropReason reason, int count, List<String> examples) {
  public DropCount {
    requireNonNull(reason, "reason");
    examples = List.copyOf(examples);
  }
}
