package org.relunet.runtime.assembly;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.relunet.common.directories.Directories;
import org.relunet.common.directories.PrivateFiles;
import org.relunet.model.store.manifest.Manifest;
import org.relunet.model.store.manifest.ManifestFile;
import org.relunet.model.store.manifest.ModelPackageException;
import org.relunet.model.store.manifest.PackagedFile;

/**
 * A model package that the class path brings. TensorFlow reads files, so it is copied out of its
 * jar into a directory of this process alone.
 */
public final class BundledModel {
  private static final String ROOT = "/org/relunet/model/";

  /** The copies, and who deletes them when the process ends. */
  private static final Map<Path, Thread> COPIES = new ConcurrentHashMap<>();

  private final String name;
  private final Path directory;

  private BundledModel(String name, Path directory) {
    this.name = name;
    this.directory = directory;
  }

  /**
   * Copies the package; the copy is deleted when it is discarded, or the process ends.
   *
   * @param name of the model, see {@link org.relunet.runtime.BundledModels}
   */
  public static Path unpack(String name) {
    try {
      Path directory = PrivateFiles.temporaryDirectory("relunet-bundled-model-");
      Thread atExit = new Thread(() -> delete(directory));
      COPIES.put(directory, atExit);
      Runtime.getRuntime().addShutdownHook(atExit);
      new BundledModel(name, directory).copyAll();
      return directory;
    } catch (IOException e) {
      throw new UncheckedIOException("the bundled model " + name + " can't be unpacked", e);
    }
  }

  /**
   * Deletes the directory if it is such a copy. Nothing is then left that refers to this class: a
   * hook would keep the classes of a job in a process of a cluster for ever.
   */
  public static void discard(Path directory) {
    Thread atExit = COPIES.remove(directory);
    if (atExit == null) {
      return;
    }
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException e) {
      // the process is ending: the hook deletes it
      return;
    }
    delete(directory);
  }

  private void copyAll() throws IOException {
    copy(Manifest.FILE_NAME);
    for (PackagedFile file : ManifestFile.read(directory).files()) {
      copy(file.path());
    }
  }

  private void copy(String path) throws IOException {
    String resource = ROOT + name + "/" + path;
    try (InputStream content = BundledModel.class.getResourceAsStream(resource)) {
      if (content == null) {
        throw new ModelPackageException(
            directory,
            List.of("the class path has no " + resource),
            "Name a model by --model, or put relunet-model-" + name + " on the class path.");
      }
      Path target = directory.resolve(path);
      Files.createDirectories(target.getParent());
      Files.copy(content, target);
    }
  }

  private static void delete(Path directory) {
    try {
      Directories.deleteAll(directory);
    } catch (IOException e) {
      // what is left in the temporary directory is the system's to clean
      return;
    }
  }
}
