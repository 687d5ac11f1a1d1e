package org.relunet.model.store.manifest;

import java.nio.file.Path;

/** Asked before anything of a package is understood. */
@FunctionalInterface
public interface ManifestGuard {
  /** Lets any package through. */
  ManifestGuard NONE = (directory, manifest) -> {};

  /**
   * @param manifest content of {@code manifest.json}, which states the digests of all other files
   * @throws ModelPackageException if it is not a package to use
   */
  void check(Path directory, byte[] manifest);
}
