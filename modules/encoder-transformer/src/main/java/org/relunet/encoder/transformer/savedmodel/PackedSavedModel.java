package org.relunet.encoder.transformer.savedmodel;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import org.relunet.api.bounded.BoundedZip;
import org.relunet.api.plugin.Sha256;
import org.relunet.common.directories.Directories;
import org.relunet.common.directories.PrivateFiles;
import org.relunet.encoder.transformer.tensor.WeightException;

/**
 * A SavedModel that is a zip file among the resources of an artifact. TensorFlow reads checkpoints
 * from directories only, so it is unpacked to a temporary one, which goes away with the process.
 *
 * @param name absolute name of the resource
 * @param artifact that holds it, for messages
 */
public record PackedSavedModel(String name, String artifact) {
  /** Large encoders have some 1.5 GB. */
  private static final BoundedZip ARCHIVE = new BoundedZip(8L << 30, 1_000);

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
    List<String> lines = new ArrayList<>();
    try (InputStream packed = open()) {
      ARCHIVE.read(
          packed,
          (entry, content) -> {
            boolean other = !entry.getName().equals(entryName);
            if (!other) {
              new String(content.readAllBytes(), StandardCharsets.UTF_8)
                  .lines()
                  .forEach(lines::add);
            }
            return other;
          });
    } catch (IOException e) {
      throw new WeightException(origin() + ": cannot be read: " + e, e);
    }
    if (lines.isEmpty()) {
      throw new WeightException(origin() + ": holds no " + entryName);
    }
    return List.copyOf(lines);
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
    try (InputStream packed = open()) {
      Path directory = PrivateFiles.temporaryDirectory("relunet-weights-");
      Runtime.getRuntime()
          .addShutdownHook(new Thread(() -> delete(directory), "relunet-weights-cleaning"));
      ARCHIVE.read(
          packed,
          (entry, content) -> {
            unpack(entry, content, directory);
            return true;
          });
      return new SavedModelArchive(directory, origin());
    } catch (IOException e) {
      throw new WeightException(
          "%s: cannot be unpacked to %s: %s"
              .formatted(origin(), System.getProperty("java.io.tmpdir"), e),
          e);
    }
  }

  private void unpack(ZipEntry entry, InputStream content, Path directory) throws IOException {
    Path target = directory.resolve(entry.getName()).normalize();
    if (!target.startsWith(directory)) {
      throw new WeightException(origin() + ": leads out of itself: " + entry.getName());
    }
    if (entry.isDirectory()) {
      Files.createDirectories(target);
    } else {
      Files.createDirectories(target.getParent());
      Files.copy(content, target);
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
