package org.relunet.encoder.transformer.savedmodel;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.relunet.api.plugin.Sha256;
import org.relunet.common.directories.Directories;
import org.relunet.encoder.transformer.tensor.WeightException;

/**
 * A SavedModel that is a zip file among the resources of an artifact. TensorFlow reads checkpoints
 * from directories only, so it is unpacked to a temporary one, which goes away with the process.
 *
 * @param name absolute name of the resource
 * @param artifact that holds it, for messages
 */
public record PackedSavedModel(String name, String artifact) {

  /** Whether the artifact is there. */
  public boolean isPresent() {
    return PackedSavedModel.class.getResource(name) != null;
  }

  /**
   * The lines of a text inside. Reads no further than to its end.
   *
   * @throws WeightException if the artifact or the text is missing
   */
  public List<String> lines(String entryName) {
    try (InputStream content = open();
        ZipInputStream zip = new ZipInputStream(content)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().equals(entryName)) {
          return new String(zip.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
      }
    } catch (IOException e) {
      throw new WeightException(origin() + ": cannot be read: " + e, e);
    }
    throw new WeightException(origin() + ": holds no " + entryName);
  }

  /** The hash of the zip file, 64 hexadecimal digits. */
  public String sha256() {
    try (InputStream content = open()) {
      return Sha256.of(content);
    } catch (IOException e) {
      throw new WeightException(origin() + ": cannot be read: " + e, e);
    }
  }

  /**
   * Unpacks it.
   *
   * @throws WeightException if it is missing, or there is no room for it
   */
  public SavedModelArchive unpack() {
    try (InputStream content = open();
        ZipInputStream zip = new ZipInputStream(content)) {
      Path directory = Files.createTempDirectory("relunet-weights-");
      Runtime.getRuntime()
          .addShutdownHook(new Thread(() -> delete(directory), "relunet-weights-cleaning"));
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Path target = directory.resolve(entry.getName()).normalize();
        if (!target.startsWith(directory)) {
          throw new WeightException(origin() + ": leads out of itself: " + entry.getName());
        }
        if (entry.isDirectory()) {
          Files.createDirectories(target);
        } else {
          Files.createDirectories(target.getParent());
          Files.copy(zip, target);
        }
      }
      return new SavedModelArchive(directory, origin());
    } catch (IOException e) {
      throw new WeightException(
          "%s: cannot be unpacked to %s: %s"
              .formatted(origin(), System.getProperty("java.io.tmpdir"), e),
          e);
    }
  }

  private String origin() {
    return "resource " + name;
  }

  private InputStream open() {
    InputStream content = PackedSavedModel.class.getResourceAsStream(name);
    if (content == null) {
      throw new WeightException(
          origin() + " is not on the class path: is the artifact " + artifact + " there?");
    }
    return content;
  }

  private static void delete(Path directory) {
    try {
      Directories.deleteAll(directory);
    } catch (IOException e) {
      // the operating system clears its temporary directory
      return;
    }
  }
}
