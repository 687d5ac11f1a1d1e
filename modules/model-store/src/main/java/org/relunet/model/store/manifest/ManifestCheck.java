package org.relunet.model.store.manifest;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Compares a package's directory with its manifest: every file listed is there with its size and
 * SHA-256, nothing else is there, and nothing is a symbolic link. All problems are reported at
 * once.
 */
public final class ManifestCheck {
  static final String RESTORE =
      "Do not edit packages by hand; restore this one from where it came (copy or check it out"
          + " again, completely), or train a new model with `relunet train`.";

  private ManifestCheck() {}

  /**
   * The manifest, once every file has been compared with it. Reads each file once.
   *
   * @throws ModelPackageException if anything differs
   */
  public static Manifest verify(Path directory) {
    return verify(directory, ManifestGuard.NONE);
  }

  /**
   * The same for a package that must be a certain one.
   *
   * @param guard asked first
   */
  public static Manifest verify(Path directory, ManifestGuard guard) {
    Manifest manifest = ManifestFile.read(directory, guard);
    List<String> problems = new ArrayList<>();
    try {
      SortedMap<String, Long> found = regularFiles(directory, problems);
      found.remove(Manifest.FILE_NAME);
      found.remove(Manifest.SIGNATURE_FILE_NAME);
      for (PackagedFile expected : manifest.files()) {
        Long size = found.remove(expected.path());
        if (size == null) {
          problems.add(expected.path() + ": the file is missing");
        } else {
          compare(directory, expected, size, problems);
        }
      }
      for (String extra : found.keySet()) {
        problems.add(extra + ": the manifest does not list this file");
      }
    } catch (IOException e) {
      problems.add("the directory cannot be read (" + e + ")");
    }
    if (!problems.isEmpty()) {
      throw new ModelPackageException(directory, problems, RESTORE);
    }
    return manifest;
  }

  /**
   * Writes the manifest of the current format for all files now in the directory.
   *
   * @throws ModelPackageException if something there cannot be part of a package
   */
  public static Manifest seal(Path directory, String modelName, Optional<EncoderBase> encoderBase)
      throws IOException {
    List<String> problems = new ArrayList<>();
    SortedMap<String, Long> found = regularFiles(directory, problems);
    if (found.containsKey(Manifest.FILE_NAME)) {
      problems.add(Manifest.FILE_NAME + ": the package is sealed already");
    }
    if (found.containsKey(Manifest.SIGNATURE_FILE_NAME)) {
      problems.add(Manifest.SIGNATURE_FILE_NAME + ": a package is signed after it is sealed");
    }
    if (!problems.isEmpty()) {
      throw new ModelPackageException(directory, problems, "Remove it before packaging.");
    }
    List<PackagedFile> files = new ArrayList<>();
    for (String path : found.keySet()) {
      FileDigest digest = FileDigest.of(directory.resolve(path));
      files.add(new PackagedFile(path, digest.size(), digest.sha256()));
    }
    Manifest manifest = Manifest.of(modelName, encoderBase, files);
    ManifestFile.write(directory, manifest);
    return manifest;
  }

  private static void compare(
      Path directory, PackagedFile expected, long size, List<String> problems) {
    if (size != expected.size()) {
      problems.add(
          "%s: it has %d bytes, the manifest says %d%s"
              .formatted(
                  expected.path(),
                  size,
                  expected.size(),
                  size < expected.size() ? " (truncated, or copied incompletely)" : ""));
      return;
    }
    try {
      String actual = FileDigest.of(directory.resolve(expected.path())).sha256();
      if (!actual.equals(expected.sha256())) {
        problems.add(
            "%s: SHA-256 is %s, the manifest says %s (changed after packaging)"
                .formatted(expected.path(), actual, expected.sha256()));
      }
    } catch (IOException e) {
      problems.add(expected.path() + ": it cannot be read (" + e + ")");
    }
  }

  private static SortedMap<String, Long> regularFiles(Path directory, List<String> problems)
      throws IOException {
    SortedMap<String, Long> found = new TreeMap<>();
    // Without FOLLOW_LINKS a link to a directory is visited as a file, not entered.
    Files.walkFileTree(
        directory,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            String path = PackagePath.of(directory, file);
            if (attributes.isRegularFile()) {
              found.put(path, attributes.size());
            } else if (attributes.isSymbolicLink()) {
              problems.add(path + ": symbolic links are not allowed in a package");
            } else {
              problems.add(path + ": it is not a regular file");
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return found;
  }
}
