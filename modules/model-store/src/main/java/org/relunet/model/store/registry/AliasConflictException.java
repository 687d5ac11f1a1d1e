package org.relunet.model.store.registry;

import java.util.Optional;

/** Somebody else has changed an alias meanwhile. Nothing was changed. */
public final class AliasConflictException extends RuntimeException {
  private final String alias;
  private final Optional<String> expected;
  private final Optional<String> found;

  AliasConflictException(String alias, Optional<String> expected, Optional<String> found) {
    super(
        "alias '%s' names %s, not %s as expected: somebody else has changed it. Look at what it"
                .formatted(alias, named(found), named(expected))
            + " names now, and decide again.");
    this.alias = alias;
    this.expected = expected;
    this.found = found;
  }

  private static String named(Optional<String> version) {
    return version.orElse("no version");
  }

  public String alias() {
    return alias;
  }

  /** What it was to name, empty where it was to be new. */
  public Optional<String> expected() {
    return expected;
  }

  /** What it names now. */
  public Optional<String> found() {
    return found;
  }
}
