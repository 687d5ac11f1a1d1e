package org.relunet.model.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.relunet.api.bounded.BoundedBytes;
import org.relunet.api.triple.RelationSchema;
import org.relunet.model.store.json.JsonFormatException;
import org.relunet.model.store.manifest.EncoderBase;
import org.relunet.model.store.manifest.FileDigest;
import org.relunet.model.store.manifest.Manifest;
import org.relunet.model.store.manifest.ManifestCheck;
import org.relunet.model.store.manifest.ManifestGuard;
import org.relunet.model.store.manifest.ModelPackageException;
import org.relunet.model.store.manifest.PackagedFile;
import org.relunet.model.store.provenance.Provenance;

/** A trained model on disk whose files have been compared with its manifest. Immutable. */
public final class ModelPackage {
  /** Far more than the texts of any real package. */
  private static final BoundedBytes FILE = new BoundedBytes(8 << 20);

  /** YAML takes seconds a megabyte, and a real configuration has some kilobytes. */
  private static final BoundedBytes CONFIGURATION = new BoundedBytes(1 << 20);

  private static final List<String> REQUIRED =
      List.of(
          PackageLayout.CONFIGURATION,
          PackageLayout.RELATIONS,
          PackageLayout.PROVENANCE,
          PackageLayout.MODEL_CARD,
          PackageLayout.SAVED_MODEL_GRAPH);

  private final Path directory;
  private final Manifest manifest;
  private final String configuration;
  private final RelationSchema relations;
  private final Provenance provenance;

  private ModelPackage(
      Path directory,
      Manifest manifest,
      String configuration,
      RelationSchema relations,
      Provenance provenance) {
    this.directory = directory;
    this.manifest = manifest;
    this.configuration = configuration;
    this.relations = relations;
    this.provenance = provenance;
  }

  /**
   * Checks every file of the package, then reads the small ones. TensorFlow and the tokenizer see
   * nothing that has not been checked.
   *
   * @param directory a package; {@link org.relunet.model.store.registry.ModelAddress#resolve} finds
   *     it from what a user gives
   * @throws ModelPackageException if it is missing, incomplete, changed or of an unknown format
   */
  public static ModelPackage open(Path directory) {
    return open(directory, ManifestGuard.NONE);
  }

  /**
   * The same for a package that must be a certain one.
   *
   * @param guard asked before anything else
   */
  public static ModelPackage open(Path directory, ManifestGuard guard) {
    if (!Files.isDirectory(directory)) {
      throw MissingModel.missing(directory);
    }
    Path root;
    try {
      // The directory itself may be reached by a link; inside it none is allowed.
      root = directory.toRealPath();
    } catch (IOException e) {
      throw new ModelPackageException(
          directory, List.of("it cannot be read (" + e + ")"), "Check its permissions.", e);
    }
    Manifest manifest = ManifestCheck.verify(root, guard);
    requireComplete(root, manifest);
    return new ModelPackage(
        root,
        manifest,
        read(root, PackageLayout.CONFIGURATION, text -> text),
        read(root, PackageLayout.RELATIONS, RelationsFile::parse),
        read(root, PackageLayout.PROVENANCE, Provenance::parse));
  }

  private static void requireComplete(Path root, Manifest manifest) {
    List<String> problems = new ArrayList<>();
    for (String required : REQUIRED) {
      if (manifest.file(required).isEmpty()) {
        problems.add(
            required + ": every package needs this file, and the manifest does not list it");
      }
    }
    if (manifest.encoderBase().isEmpty() && manifest.file(PackageLayout.TOKENIZER_FILE).isEmpty()) {
      problems.add(
          PackageLayout.TOKENIZER_FILE
              + ": a package that names no encoder base must bring its tokenizer");
    }
    if (!problems.isEmpty()) {
      throw new ModelPackageException(
          root,
          problems,
          "Packages are written by `relunet train`; what `relunet export` writes is not one.");
    }
  }

  private static BoundedBytes limit(String path) {
    return path.equals(PackageLayout.CONFIGURATION) ? CONFIGURATION : FILE;
  }

  private static <T> T read(Path root, String path, Function<String, T> parser) {
    try {
      return parser.apply(limit(path).readText(root.resolve(path)));
    } catch (IOException | JsonFormatException e) {
      String reason = e instanceof IOException ? e.toString() : e.getMessage();
      throw new ModelPackageException(
          root,
          List.of(path + ": " + reason),
          "The file is as it was packaged, so the package was written wrongly: write it again.",
          e);
    }
  }

  /** The same package after its directory was moved. */
  ModelPackage movedTo(Path target) {
    return new ModelPackage(target, manifest, configuration, relations, provenance);
  }

  /** Absolute path of the package. */
  public Path directory() {
    return directory;
  }

  /** What tells this package from all others, to be asked for by {@code --model-sha256}. */
  public String manifestSha256() {
    try {
      return FileDigest.of(directory.resolve(Manifest.FILE_NAME)).sha256();
    } catch (IOException e) {
      throw new UncheckedIOException(directory + " cannot be read", e);
    }
  }

  public Manifest manifest() {
    return manifest;
  }

  public String name() {
    return manifest.modelName();
  }

  /** Identifies the content; see {@link Manifest#modelVersion()}. */
  public String version() {
    return manifest.modelVersion();
  }

  /** YAML text. */
  public String configuration() {
    return configuration;
  }

  /** For messages that name a line of {@link #configuration()}. */
  public Path configurationFile() {
    return directory.resolve(PackageLayout.CONFIGURATION);
  }

  public RelationSchema relations() {
    return relations;
  }

  public Provenance provenance() {
    return provenance;
  }

  /** JSON: the relations in the order of the model's output units. */
  public Path relationsFile() {
    return directory.resolve(PackageLayout.RELATIONS);
  }

  public Path modelCardFile() {
    return directory.resolve(PackageLayout.MODEL_CARD);
  }

  public Path savedModelDirectory() {
    return directory.resolve(PackageLayout.SAVED_MODEL);
  }

  /** The piece tokenizer, empty where it comes with {@link #encoderBase()} alone. */
  public Optional<Path> tokenizerFile() {
    return file(PackageLayout.TOKENIZER_FILE);
  }

  /** All files of the piece tokenizer, empty where it comes with {@link #encoderBase()} alone. */
  public List<PackagedFile> tokenizerFiles() {
    return manifest.files().stream()
        .filter(file -> file.path().startsWith(PackageLayout.TOKENIZER + "/"))
        .toList();
  }

  /** The pretrained encoder that is needed besides the package. */
  public Optional<EncoderBase> encoderBase() {
    return manifest.encoderBase();
  }

  /** A checked file by its path in the package, empty where there is none. */
  public Optional<Path> file(String path) {
    return manifest.file(path).map(file -> directory.resolve(file.path()));
  }

  @Override
  public String toString() {
    return "ModelPackage[" + version() + " at " + directory + "]";
  }
}
