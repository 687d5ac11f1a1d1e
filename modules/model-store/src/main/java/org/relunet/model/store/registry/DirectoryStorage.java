package org.relunet.model.store.registry;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.relunet.api.bounded.BoundedBytes;
import org.relunet.common.directories.Directories;
import org.relunet.common.replacement.Replacement;
import org.relunet.model.store.ModelPackage;

/**
 * A registry in a directory, of this machine or shared:
 *
 * <pre>
 * versions/webnlg-0123456789ab/            a package, never changed
 * publications/webnlg-0123456789ab.json    how it came here
 * aliases/champion                         a text file: webnlg-0123456789ab
 * history/champion/00000001.json           what it came to name, and why
 * .lock                                    while somebody changes something
 * </pre>
 *
 * <p>Versions appear and aliases change by one atomic rename, so a reader sees the old state or the
 * new one and needs no lock.
 */
final class DirectoryStorage implements RegistryStorage {
  private static final BoundedBytes SMALL_FILE = new BoundedBytes(16 << 20);
  private static final String SUFFIX = ".json";

  private final Path root;
  private final DirectoryAliases aliases;
  private final RegistryLock lock;

  DirectoryStorage(Path root) {
    this.root = root;
    aliases = new DirectoryAliases(root);
    lock = new RegistryLock(root);
  }

  @Override
  public boolean exists() {
    return Files.isDirectory(versionsDirectory());
  }

  @Override
  public List<String> versions() throws IOException {
    return RegistryName.list(versionsDirectory());
  }

  @Override
  public boolean contains(String version) {
    return Files.isDirectory(directory(version));
  }

  @Override
  public Path directory(String version) {
    return versionsDirectory().resolve(version);
  }

  @Override
  public byte[] file(String version, String path) throws IOException {
    return SMALL_FILE.read(directory(version).resolve(path));
  }

  @Override
  public Instant arrived(String version) throws IOException {
    return Files.getLastModifiedTime(directory(version)).toInstant();
  }

  @Override
  public Optional<String> publication(String version) throws IOException {
    Path file = publicationFile(version);
    return Files.isRegularFile(file) && contains(version)
        ? Optional.of(SMALL_FILE.readText(file))
        : Optional.empty();
  }

  @Override
  public void add(ModelPackage model, String publication) throws IOException {
    Path target = directory(model.version());
    if (Files.isDirectory(target)) {
      return;
    }
    Path staging = Directories.createBeside(target);
    try {
      PackageFiles.copy(model, staging);
      ModelPackage.open(staging);
      Directories.forceAll(staging);
      lock.hold(() -> place(staging, target, publicationFile(model.version()), publication));
    } finally {
      Directories.deleteAll(staging);
    }
  }

  /**
   * A publication that a killed process left is of a version that nobody has seen: it is replaced.
   *
   * @return false if another process has published the same meanwhile
   */
  private static boolean place(Path staging, Path target, Path file, String publication)
      throws IOException {
    if (Files.isDirectory(target)) {
      return false;
    }
    Directories.create(file.getParent());
    try {
      Replacement.write(file, publication);
      Directories.move(staging, target);
      return true;
    } catch (IOException e) {
      if (!Files.isDirectory(target)) {
        Files.deleteIfExists(file);
      }
      throw e;
    }
  }

  @Override
  public boolean removeUnlessNamed(String version) throws IOException {
    Path doomed = Directories.hiddenName(directory(version), "removed");
    boolean removed = lock.hold(() -> hideUnlessNamed(version, doomed));
    Directories.deleteAll(doomed);
    return removed;
  }

  private boolean hideUnlessNamed(String version, Path doomed) throws IOException {
    for (String alias : aliases.names()) {
      if (aliases.version(alias).equals(Optional.of(version))) {
        return false;
      }
    }
    if (contains(version)) {
      Directories.move(directory(version), doomed);
    }
    Files.deleteIfExists(publicationFile(version));
    return true;
  }

  @Override
  public List<String> unfinished(Instant before, boolean remove) throws IOException {
    List<String> found = new ArrayList<>();
    if (!exists()) {
      return found;
    }
    try (DirectoryStream<Path> hidden = Files.newDirectoryStream(versionsDirectory(), ".*")) {
      for (Path each : hidden) {
        if (Files.getLastModifiedTime(each, LinkOption.NOFOLLOW_LINKS)
            .toInstant()
            .isBefore(before)) {
          found.add(each.toString());
        }
      }
    }
    if (remove) {
      for (String each : found) {
        Directories.deleteAll(Path.of(each));
      }
    }
    return found;
  }

  @Override
  public List<String> aliases() throws IOException {
    return aliases.names();
  }

  @Override
  public AliasState alias(String alias) throws IOException {
    return aliases.state(alias);
  }

  @Override
  public boolean change(String alias, AliasState seen, AliasChange change) throws IOException {
    return lock.hold(
        () -> {
          if (!contains(change.to()) || !aliases.state(alias).equals(seen)) {
            return false;
          }
          aliases.write(alias, seen, change);
          return true;
        });
  }

  private Path versionsDirectory() {
    return root.resolve(ModelAddress.VERSIONS);
  }

  private Path publicationFile(String version) {
    return root.resolve("publications").resolve(version + SUFFIX);
  }

  @Override
  public String toString() {
    return root.toString();
  }
}
