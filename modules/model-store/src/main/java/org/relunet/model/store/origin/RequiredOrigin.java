package org.relunet.model.store.origin;

import java.nio.file.Path;
import java.security.PublicKey;
import java.util.List;
import java.util.Optional;
import org.relunet.model.store.manifest.FileDigest;
import org.relunet.model.store.manifest.Manifest;
import org.relunet.model.store.manifest.ManifestGuard;
import org.relunet.model.store.manifest.ModelPackageException;

/**
 * What a user knows of a model before it is opened. The manifest holds the digest of every other
 * file, so that its own digest, or a signature over it, vouches for the whole package.
 *
 * @param sha256 of the manifest, if it must be a certain one
 * @param signer public key, if the manifest must be signed with its private one
 */
public record RequiredOrigin(Optional<String> sha256, Optional<PublicKey> signer)
    implements ManifestGuard {

  @Override
  public void check(Path directory, byte[] manifest) {
    sha256.ifPresent(
        required -> {
          String found = FileDigest.of(manifest).sha256();
          if (!found.equalsIgnoreCase(required)) {
            throw new ModelPackageException(
                directory,
                List.of(
                    "%s: SHA-256 is %s, but %s is required"
                        .formatted(Manifest.FILE_NAME, found, required)),
                "If it is the model that you mean, name its digest by --model-sha256 or model.sha256;"
                    + " else get the model again from where the digest came from.");
          }
        });
    signer.ifPresent(key -> new ManifestSignature(directory).require(key, manifest));
  }
}
