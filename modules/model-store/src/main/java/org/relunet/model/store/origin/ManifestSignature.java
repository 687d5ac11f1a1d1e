package org.relunet.model.store.origin;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.util.List;
import org.relunet.model.store.manifest.Manifest;
import org.relunet.model.store.manifest.ModelPackageException;

/**
 * The signature beside a manifest, which the manifest cannot list: the 64 bytes that Ed25519 (RFC
 * 8032) gives for the manifest's bytes.
 *
 * @param directory of the package
 */
record ManifestSignature(Path directory) {
  private static final int BYTES = 64;

  void require(PublicKey key, byte[] manifest) {
    byte[] signature = read();
    boolean right = signature.length == BYTES && verifies(key, manifest, signature);
    if (!right) {
      throw refused("it is no signature of this manifest by the key that is required");
    }
  }

  private static boolean verifies(PublicKey key, byte[] manifest, byte[] signature) {
    try {
      Signature verifier = Signature.getInstance(SignerKey.ALGORITHM);
      verifier.initVerify(key);
      verifier.update(manifest);
      return verifier.verify(signature);
    } catch (GeneralSecurityException e) {
      return false; // of bytes that are no signature at all
    }
  }

  private byte[] read() {
    Path place = directory.resolve(Manifest.SIGNATURE_FILE_NAME);
    // a pipe would be waited for
    if (Files.exists(place, LinkOption.NOFOLLOW_LINKS)
        && !Files.isRegularFile(place, LinkOption.NOFOLLOW_LINKS)) {
      throw refused("it is not a regular file (symbolic links are not followed)");
    }
    try (InputStream file = Files.newInputStream(place, LinkOption.NOFOLLOW_LINKS)) {
      return file.readNBytes(BYTES + 1);
    } catch (NoSuchFileException e) {
      throw refused("it is missing, but a signature is required");
    } catch (IOException e) {
      throw refused("it cannot be read (" + e + ")");
    }
  }

  private ModelPackageException refused(String problem) {
    return new ModelPackageException(
        directory,
        List.of(Manifest.SIGNATURE_FILE_NAME + ": " + problem),
        "Get the model from its owner again, or name the key that it is signed with by --model-key"
            + " or model.key.");
  }
}
