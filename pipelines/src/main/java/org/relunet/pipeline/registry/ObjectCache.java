package org.relunet.pipeline.registry;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.relunet.common.directories.Directories;
import org.relunet.model.store.manifest.Manifest;
import org.relunet.model.store.manifest.ManifestCheck;
import org.relunet.model.store.manifest.ManifestFile;
import org.relunet.model.store.manifest.PackagedFile;

/** Copies of versions on this machine, each compared with its manifest before it can be seen. */
final class ObjectCache {
  private static final int BUFFER_BYTES = 1 << 16;

  private final ObjectFiles files;
  private final Path directory;

  /**
   * @param directory for versions of all registries: a version's name tells its content
   */
  ObjectCache(ObjectFiles files, Path directory) {
    this.files = files;
    this.directory = directory;
  }

  Path place(String version) {
    return directory.resolve(version);
  }

  /** The copy, which is made first if there is none. */
  Path get(String version) throws IOException {
    Path place = place(version);
    if (Files.isRegularFile(place.resolve(Manifest.FILE_NAME))) {
      return place;
    }
    Path staging = Directories.createBeside(place);
    try {
      download(version, staging);
      ManifestCheck.verify(staging);
      Directories.place(staging, place);
    } catch (FileSystemException e) {
      // another process may have made the same copy meanwhile
      if (!Files.isRegularFile(place.resolve(Manifest.FILE_NAME))) {
        throw e;
      }
    } finally {
      Directories.deleteAll(staging);
    }
    return place;
  }

  private void download(String version, Path staging) throws IOException {
    String root = ObjectStorage.VERSIONS + version + "/";
    byte[] manifest = files.read(root + Manifest.FILE_NAME);
    Files.write(staging.resolve(Manifest.FILE_NAME), manifest);
    for (PackagedFile file : ManifestFile.parse(Path.of(version), manifest).files()) {
      Path target = staging.resolve(file.path());
      Files.createDirectories(target.getParent());
      try (InputStream content = files.open(root + file.path());
          OutputStream out = Files.newOutputStream(target)) {
        copy(content, out, file.size());
      }
    }
    var signature = files.readIfThere(root + Manifest.SIGNATURE_FILE_NAME);
    if (signature.isPresent()) {
      Files.write(staging.resolve(Manifest.SIGNATURE_FILE_NAME), signature.get());
    }
  }

  /** One byte more than is expected is enough to be refused. */
  private static void copy(InputStream content, OutputStream out, long size) throws IOException {
    byte[] buffer = new byte[BUFFER_BYTES];
    long left = size + 1;
    int read = content.read(buffer, 0, (int) Math.min(buffer.length, left));
    while (read > 0) {
      out.write(buffer, 0, read);
      left -= read;
      read = content.read(buffer, 0, (int) Math.min(buffer.length, left));
    }
  }

  /** Removes the copy, if there is one. */
  boolean forget(String version) throws IOException {
    Path place = place(version);
    if (!Files.isDirectory(place)) {
      return false;
    }
    Path doomed = Directories.hiddenName(place, "damaged");
    Directories.move(place, doomed);
    Directories.deleteAll(doomed);
    return true;
  }
}
