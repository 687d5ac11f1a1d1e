package org.relunet.model.store.manifest;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a model package is and holds; the content of {@code manifest.json}.
 *
 * @param formatVersion version of the package's layout
 * @param modelName lower-case letters, digits, '.', '_' and '-'
 * @param modelVersion {@code modelName-} and the first 12 hexadecimal digits of a SHA-256 over the
 *     name, the encoder base and every file entry: the same content has the same version, and any
 *     other content another
 * @param encoderBase pretrained encoder that is needed besides the package, if any
 * @param files every file of the package but the manifest, sorted by path
 */
@JsonPropertyOrder({"formatVersion", "modelName", "modelVersion", "encoderBase", "files"})
public record Manifest(
    int formatVersion,
    String modelName,
    String modelVersion,
    Optional<EncoderBase> encoderBase,
    List<PackagedFile> files) {
  /** The version that this build writes, and the newest it reads. */
  public static final int CURRENT_FORMAT_VERSION = 1;

  /** Name of the manifest in a package. */
  public static final String FILE_NAME = "manifest.json";

  /** Name of the manifest's signature, which a package may have beside it. */
  public static final String SIGNATURE_FILE_NAME = FILE_NAME + ".sig";

  /** Far more than any package has. */
  static final int MOST_FILES = 10_000;

  private static final Pattern MODEL_NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");
  private static final int VERSION_DIGITS = 12;

  public Manifest {
    if (modelName == null || modelVersion == null || files == null) {
      throw new IllegalArgumentException(
          "a manifest needs the keys formatVersion, modelName, modelVersion and files");
    }
    if (files.size() > MOST_FILES) {
      throw new IllegalArgumentException(
          "it lists %d files; a package has at most %d".formatted(files.size(), MOST_FILES));
    }
    encoderBase = encoderBase == null ? Optional.empty() : encoderBase;
    requireModelName(modelName);
    Set<String> paths = new HashSet<>();
    for (PackagedFile file : files) {
      if (file.path().equals(FILE_NAME) || file.path().equals(SIGNATURE_FILE_NAME)) {
        throw new IllegalArgumentException(FILE_NAME + " cannot vouch for itself");
      }
      if (!paths.add(file.path())) {
        throw new IllegalArgumentException("file '" + file.path() + "' is listed twice");
      }
    }
    files = files.stream().sorted().toList();
    String expected = contentVersion(formatVersion, modelName, encoderBase, files);
    if (!modelVersion.equals(expected)) {
      throw new IllegalArgumentException(
          "modelVersion is '%s', but the files listed make it '%s': the manifest was changed"
              .formatted(modelVersion, expected));
    }
  }

  /** The manifest of the current format for these files. */
  public static Manifest of(
      String modelName, Optional<EncoderBase> encoderBase, List<PackagedFile> files) {
    List<PackagedFile> sorted = files.stream().sorted().toList();
    return new Manifest(
        CURRENT_FORMAT_VERSION,
        modelName,
        contentVersion(CURRENT_FORMAT_VERSION, requireModelName(modelName), encoderBase, sorted),
        encoderBase,
        sorted);
  }

  /**
   * @throws IllegalArgumentException if this cannot be a model's name
   */
  public static String requireModelName(String modelName) {
    if (!MODEL_NAME.matcher(modelName).matches()) {
      throw new IllegalArgumentException(
          "model name '"
              + modelName
              + "' is not allowed: use 1 to 64 of a-z, 0-9, '.', '_', '-', a letter or digit first");
    }
    return modelName;
  }

  /** The entry for the path, empty where the package has no such file. */
  public Optional<PackagedFile> file(String path) {
    return files.stream().filter(file -> file.path().equals(path)).findFirst();
  }

  /** Whether the path is that of a file, or of a directory with files, of the package. */
  public boolean has(String path) {
    return files.stream()
        .anyMatch(file -> file.path().equals(path) || file.path().startsWith(path + "/"));
  }

  private static String contentVersion(
      int formatVersion,
      String modelName,
      Optional<EncoderBase> encoderBase,
      List<PackagedFile> files) {
    Stream<String> base =
        encoderBase.stream()
            .flatMap(
                encoder ->
                    Stream.concat(
                        Stream.of("base " + encoder.artifact()),
                        encoder.resources().stream()
                            .map(resource -> resource.sha256() + " " + resource.name())));
    Stream<String> content =
        files.stream().map(file -> file.sha256() + " " + file.size() + " " + file.path());
    String listing =
        Stream.of(Stream.of("format " + formatVersion, "name " + modelName), base, content)
            .flatMap(lines -> lines)
            .map(line -> line + "\n")
            .collect(Collectors.joining());
    return modelName + "-" + FileDigest.of(listing).sha256().substring(0, VERSION_DIGITS);
  }
}
