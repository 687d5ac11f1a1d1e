package org.relunet.model.store.registry;

import java.util.Set;

/** Keeps registries at addresses of certain schemes; found by {@link java.util.ServiceLoader}. */
public interface RegistryStorageProvider {
  /** Such as {@code s3}. */
  Set<String> schemes();

  /**
   * @param location an address of one of the schemes
   * @throws IllegalArgumentException if it cannot be one of a registry
   */
  RegistryStorage open(String location);
}
