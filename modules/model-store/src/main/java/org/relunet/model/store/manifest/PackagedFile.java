package org.relunet.model.store.manifest;

/**
 * A file that the manifest vouches for.
 *
 * @param path relative to the package, with forward slashes
 * @param size bytes
 * @param sha256 64 hexadecimal digits, lower case
 */
public record PackagedFile(String path, long size, String sha256)
    implements Comparable<PackagedFile> {
  public PackagedFile {
    if (path == null || sha256 == null) {
      throw new IllegalArgumentException("a file needs the keys path, size and sha256");
    }
    PackagePath.requireInside(path);
    new FileDigest(size, sha256);
  }

  public FileDigest digest() {
    return new FileDigest(size, sha256);
  }

  @Override
  public int compareTo(PackagedFile other) {
    return path.compareTo(other.path);
  }
}
