package org.relunet.model.store.registry;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Removes versions that nobody needs. */
final class Pruning {
  private final RegistryStorage storage;
  private final PruneRule rule;
  private final Instant oldest;

  Pruning(RegistryStorage storage, PruneRule rule, Instant now) {
    this.storage = storage;
    this.rule = rule;
    oldest = now.minus(rule.younger());
  }

  List<String> run(boolean remove) throws IOException {
    Set<String> kept = kept();
    List<String> pruned = new ArrayList<>();
    for (String version : storage.versions()) {
      if (!kept.contains(version)
          && published(version).isBefore(oldest)
          && (!remove || storage.removeUnlessNamed(version))) {
        pruned.add(version);
      }
    }
    pruned.addAll(storage.unfinished(oldest, remove));
    return pruned;
  }

  private Set<String> kept() throws IOException {
    Set<String> kept = new HashSet<>();
    for (String alias : storage.aliases()) {
      AliasState state = storage.alias(alias);
      state.version().ifPresent(kept::add);
      Set<String> last = new LinkedHashSet<>();
      for (int i = state.history().size() - 1; i >= 0 && last.size() < rule.keep(); i--) {
        last.add(state.history().get(i).to());
      }
      kept.addAll(last);
      // what a rollback would go to, however much was tried meanwhile
      state.previous().ifPresent(kept::add);
    }
    return kept;
  }

  private Instant published(String version) throws IOException {
    Optional<String> publication = storage.publication(version);
    return publication.isPresent()
        ? Publication.parse(publication.get()).published()
        : storage.arrived(version);
  }
}
