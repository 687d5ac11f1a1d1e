package org.relunet.model.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import java.util.regex.Pattern;
import org.relunet.api.triple.RelationSchema;
import org.relunet.common.directories.Directories;
import org.relunet.model.store.manifest.EncoderBase;
import org.relunet.model.store.manifest.Manifest;
import org.relunet.model.store.manifest.ManifestCheck;
import org.relunet.model.store.manifest.ModelPackageException;
import org.relunet.model.store.provenance.Provenance;

/**
 * Writes a package. Files are gathered in a hidden directory beside the target; {@link #commit}
 * checks the whole and renames it into place, so the target is never half-written. Without a commit
 * nothing remains after {@link #close}.
 *
 * <pre>{@code
 * try (ModelPackageWriter writer = ModelPackageWriter.create(target, "webnlg")) {
 *   writer.configuration(yaml).relations(schema).provenance(provenance).modelCard(markdown);
 *   exportTo(writer.savedModelDirectory());
 *   ModelPackage model = writer.commit();
 * }
 * }</pre>
 */
public final class ModelPackageWriter implements AutoCloseable {
  private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

  private final Path target;
  private final String modelName;
  private final boolean replace;
  private final Path staging;
  private Optional<EncoderBase> encoderBase = Optional.empty();
  private boolean committed;

  private ModelPackageWriter(Path target, String modelName, boolean replace) throws IOException {
    this.target = target.toAbsolutePath().normalize();
    this.modelName = Manifest.requireModelName(modelName);
    this.replace = replace;
    this.staging = Directories.createBeside(this.target);
  }

  /**
   * A writer for a new package.
   *
   * @throws FileAlreadyExistsException if the target exists
   * @throws IllegalArgumentException if the name is not allowed
   */
  public static ModelPackageWriter create(Path target, String modelName) throws IOException {
    if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
      throw alreadyThere(target);
    }
    return new ModelPackageWriter(target, modelName, false);
  }

  /**
   * A writer for a package that takes the place of another, if there is one. Replacing takes two
   * renames: for an instant there is nothing at the target, and a crash between them leaves the old
   * package under a hidden name beside it. Where readers must never miss, use a {@link
   * org.relunet.model.store.registry.ModelRegistry} and change an alias.
   *
   * @throws FileAlreadyExistsException if the target is something else than a package
   */
  public static ModelPackageWriter replace(Path target, String modelName) throws IOException {
    requireReplaceable(target, modelName);
    return new ModelPackageWriter(target, modelName, true);
  }

  /**
   * Does nothing where {@link #replace} would give a writer: to be asked before hours of work whose
   * result is to be written.
   *
   * @throws FileAlreadyExistsException if the target is something else than a package
   * @throws IllegalArgumentException if the name is not allowed
   */
  public static void requireReplaceable(Path target, String modelName)
      throws FileAlreadyExistsException {
    Manifest.requireModelName(modelName);
    if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)
        && !Files.isRegularFile(target.resolve(Manifest.FILE_NAME))) {
      throw new FileAlreadyExistsException(
          target.toString(), null, "it is not a model package and is not replaced; name another");
    }
  }

  private static FileAlreadyExistsException alreadyThere(Path target) {
    return new FileAlreadyExistsException(
        target.toString(),
        null,
        "a model package is not written over what exists; name another directory, or say that this"
            + " one is to be replaced");
  }

  /** Sets the settings that the model needs to be used, as YAML. */
  public ModelPackageWriter configuration(String yaml) throws IOException {
    return write(PackageLayout.CONFIGURATION, yaml);
  }

  public ModelPackageWriter relations(RelationSchema schema) throws IOException {
    return write(PackageLayout.RELATIONS, RelationsFile.toJson(schema));
  }

  public ModelPackageWriter provenance(Provenance provenance) throws IOException {
    return write(PackageLayout.PROVENANCE, provenance.toJson());
  }

  public ModelPackageWriter modelCard(String markdown) throws IOException {
    return write(PackageLayout.MODEL_CARD, markdown);
  }

  /**
   * Sets the files of the piece tokenizer; {@code tokenizer.json} is needed unless there is an
   * encoder base.
   *
   * @param files content by plain file name
   */
  public ModelPackageWriter tokenizer(SortedMap<String, byte[]> files) throws IOException {
    for (String name : files.keySet()) {
      if (!PLAIN_NAME.matcher(name).matches()) {
        throw new IllegalArgumentException(
            "tokenizer file '" + name + "' is not allowed: a plain file name is expected");
      }
      Path file = staging.resolve(PackageLayout.TOKENIZER).resolve(name);
      Files.createDirectories(file.getParent());
      Files.write(file, files.get(name));
    }
    return this;
  }

  /** States the pretrained encoder that the package needs and does not hold. */
  public ModelPackageWriter encoderBase(EncoderBase base) {
    encoderBase = Optional.of(base);
    return this;
  }

  private ModelPackageWriter write(String path, String text) throws IOException {
    Path file = staging.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    return this;
  }

  /** Where the SavedModel is to be written; the directory exists. */
  public Path savedModelDirectory() throws IOException {
    return Files.createDirectories(staging.resolve(PackageLayout.SAVED_MODEL));
  }

  /** Root of the unfinished package: any file put below it becomes part of it. */
  public Path directory() {
    return staging;
  }

  /**
   * Seals the package with its manifest, checks it as a reader would, and moves it into place.
   *
   * @throws ModelPackageException if something is missing or cannot be part of a package
   * @throws FileAlreadyExistsException if the target has come to exist and was not to be replaced
   */
  public ModelPackage commit() throws IOException {
    if (committed) {
      throw new IllegalStateException("package " + target + " is written already");
    }
    ManifestCheck.seal(staging, modelName, encoderBase);
    ModelPackage checked = ModelPackage.open(staging);
    Directories.forceAll(staging);
    if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
      Directories.move(staging, target);
    } else if (replace) {
      exchange();
    } else {
      throw alreadyThere(target);
    }
    committed = true;
    return checked.movedTo(target.toRealPath());
  }

  private void exchange() throws IOException {
    Path old = Directories.hiddenName(target, "replaced");
    Directories.move(target, old);
    try {
      Directories.move(staging, target);
    } catch (IOException e) {
      Directories.move(old, target);
      throw e;
    }
    Directories.deleteAll(old);
  }

  /** Removes what was gathered, unless it was committed. */
  @Override
  public void close() throws IOException {
    if (!committed) {
      Directories.deleteAll(staging);
    }
  }
}
