package org.relunet.model.store.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import org.relunet.model.store.json.JsonFormatException;
import org.relunet.model.store.json.StrictJson;

/** Reads and writes {@code manifest.json}. */
public final class ManifestFile {
  /** Far above any real manifest; a larger file is not read into memory. */
  private static final long MAXIMUM_BYTES = 16L << 20;

  private ManifestFile() {}

  /**
   * The manifest of the package, its own rules checked but not yet the files it lists.
   *
   * @throws ModelPackageException if it is absent, malformed or of an unknown format version
   */
  public static Manifest read(Path directory) {
    return read(directory, ManifestGuard.NONE);
  }

  /** The same, if the guard lets what is read through. */
  static Manifest read(Path directory, ManifestGuard guard) {
    Path file = directory.resolve(Manifest.FILE_NAME);
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw refusal(
          directory,
          Files.exists(file, LinkOption.NOFOLLOW_LINKS)
              ? "it is not a regular file (symbolic links are not followed)"
              : "it is missing, so this is not a complete model package");
    }
    byte[] content;
    try {
      if (Files.size(file) > MAXIMUM_BYTES) {
        throw refusal(
            directory, "it has " + Files.size(file) + " bytes, more than " + MAXIMUM_BYTES);
      }
      content = Files.readAllBytes(file);
    } catch (IOException e) {
      throw refusal(directory, "it cannot be read (" + e + ")");
    }
    guard.check(directory, content);
    return parse(directory, content);
  }

  /**
   * The manifest that the bytes are.
   *
   * @param place of the package, for messages
   * @throws ModelPackageException if it is malformed or of an unknown format version
   */
  public static Manifest parse(Path place, byte[] content) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
      requireKnownFormat(place, StrictJson.readTree(text));
      return StrictJson.read(text, Manifest.class);
    } catch (CharacterCodingException e) {
      throw refusal(place, "it is not UTF-8 text");
    } catch (JsonFormatException e) {
      throw refusal(place, e.getMessage());
    }
  }

  static void write(Path directory, Manifest manifest) throws IOException {
    Files.writeString(directory.resolve(Manifest.FILE_NAME), StrictJson.write(manifest));
  }

  // The version decides how the rest is to be read, so it is looked at alone and first.
  private static void requireKnownFormat(Path directory, JsonNode manifest) {
    JsonNode version = manifest.path("formatVersion");
    if (!version.isInt()) {
      throw refusal(directory, "it has no formatVersion that is a whole number");
    }
    if (version.intValue() != Manifest.CURRENT_FORMAT_VERSION) {
      throw new ModelPackageException(
          directory,
          List.of(
              "%s: format version %d is unknown; this RelU-Net reads version %d"
                  .formatted(
                      Manifest.FILE_NAME, version.intValue(), Manifest.CURRENT_FORMAT_VERSION)),
          "Use the version of RelU-Net that wrote the package, or train the model again with this"
              + " one (its configuration is in configuration.yaml).");
    }
  }

  private static ModelPackageException refusal(Path directory, String problem) {
    return new ModelPackageException(
        directory, List.of(Manifest.FILE_NAME + ": " + problem), ManifestCheck.RESTORE);
  }
}
