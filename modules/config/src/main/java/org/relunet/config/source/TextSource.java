package org.relunet.config.source;

import java.util.Optional;
import org.relunet.config.problem.Location;
import org.relunet.config.problem.Problems;

/**
 * YAML at hand.
 *
 * @param name how problems name it
 * @param text the YAML
 */
public record TextSource(String name, String text) implements Source {
  @Override
  public Optional<SourceNode> read(Problems problems) {
    return new YamlReader(
            mark -> new Location(name, mark.getLine() + 1, mark.getColumn() + 1), problems)
        .read(text, new Location(name, 1, 1));
  }
}
