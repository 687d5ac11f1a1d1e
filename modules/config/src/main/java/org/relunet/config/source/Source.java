package org.relunet.config.source;

import java.util.Optional;
import org.relunet.config.problem.Problems;

/** Something that gives configuration. */
public sealed interface Source permits FileSource, TextSource, OverrideSource {
  /** Its tree; empty, with at least one problem added, where it cannot be read. */
  Optional<SourceNode> read(Problems problems);
}
