package org.relunet.model.store.registry;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * An alias at one moment.
 *
 * @param history every change of it, the first one first; empty where there is no such alias
 */
public record AliasState(List<AliasChange> history) {
  public AliasState {
    history = List.copyOf(history);
  }

  /** What the alias names. */
  public Optional<String> version() {
    return history.isEmpty() ? Optional.empty() : Optional.of(history.get(history.size() - 1).to());
  }

  /**
   * What it named before, as an undo would have it: after a rollback, what came before that version
   * the first time.
   */
  public Optional<String> previous() {
    Deque<String> versions = new ArrayDeque<>();
    for (AliasChange change : history) {
      if (versions.isEmpty()) {
        change.from().ifPresent(versions::push);
      }
      if (change.rollback()) {
        while (!versions.isEmpty() && !versions.peek().equals(change.to())) {
          versions.pop();
        }
        if (!versions.isEmpty()) {
          continue;
        }
      }
      versions.push(change.to());
    }
    return versions.stream().skip(1).findFirst();
  }
}
