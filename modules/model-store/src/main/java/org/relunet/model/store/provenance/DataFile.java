package org.relunet.model.store.provenance;

import java.io.IOException;
import java.nio.file.Path;
import org.relunet.model.store.manifest.FileDigest;

/**
 * A file that training read.
 *
 * @param role what it was used for: {@code train}, {@code dev} ...
 * @param name its name without directories: where it lay says nothing to others
 * @param size bytes
 * @param sha256 64 hexadecimal digits, lower case
 * @param licence licence of the data with its origin, such as {@code "WebNLG, CC BY-NC-SA 4.0"};
 *     empty where nobody stated it
 */
public record DataFile(String role, String name, long size, String sha256, String licence) {
  public DataFile {
    if (role == null || name == null || sha256 == null || licence == null) {
      throw new IllegalArgumentException(
          "a data file needs the keys role, name, size, sha256 and licence");
    }
    if (role.isBlank() || name.isBlank()) {
      throw new IllegalArgumentException("a data file needs a role and a name");
    }
    new FileDigest(size, sha256);
  }

  /** Describes a file as it is now; reads it once. */
  public static DataFile of(String role, Path file, String licence) throws IOException {
    FileDigest digest = FileDigest.of(file.toRealPath());
    return new DataFile(
        role, file.getFileName().toString(), digest.size(), digest.sha256(), licence);
  }
}
