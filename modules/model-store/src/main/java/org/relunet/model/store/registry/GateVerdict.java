package org.relunet.model.store.registry;

import java.util.List;

/**
 * What a comparison of a new model with the one in use came to.
 *
 * @param promoted whether the new one was to take the other's place
 * @param reasons why, a sentence each
 */
public record GateVerdict(boolean promoted, List<String> reasons) {
  public GateVerdict {
    reasons = reasons == null ? List.of() : List.copyOf(reasons);
  }
}
