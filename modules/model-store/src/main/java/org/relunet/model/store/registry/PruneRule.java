package org.relunet.model.store.registry;

import java.time.Duration;

/**
 * Which versions stay, beside those that an alias names.
 *
 * @param keep of each alias, what it named last: so many different versions
 * @param younger what was published less than this ago: somebody may be about to promote it
 */
public record PruneRule(int keep, Duration younger) {
  public PruneRule {
    if (keep < 1) {
      throw new IllegalArgumentException("keep is " + keep + "; 1 is the least");
    }
    if (younger.isNegative()) {
      throw new IllegalArgumentException("the age is negative: " + younger);
    }
  }
}
