package org.relunet.pipeline.input;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.relunet.common.directories.PrivateFiles;

/**
 * Finds the files that the user named: a file, a directory (all files below it, hidden ones apart,
 * in the order of their paths), a glob ({@code *, ?, [..], {..}, **}), or {@code -} for standard
 * input. Whatever can be read only once is copied to {@code spool} first.
 *
 * <p>A glob means the files that a shell would put in its place. One file that is named alone is
 * called by its name and the files of a directory that is named alone by their paths below it; as
 * soon as several are named, all are called by their paths as given, so that two of the same name
 * can be told apart.
 */
public final class InputResolver {
  /** Names standard input. */
  public static final String STANDARD_INPUT = "-";

  private final FormatChoice format;
  private final Path spool;
  private final InputStream standardInput;
  private int spooled;

  /**
   * @param format the format that the user asked for
   * @param spool a directory for copies, which exists
   * @param standardInput read if {@code -} is named
   */
  public InputResolver(FormatChoice format, Path spool, InputStream standardInput) {
    this.format = format;
    this.spool = spool;
    this.standardInput = standardInput;
  }

  /**
   * The files, in the order named.
   *
   * @throws InputException if a name matches nothing or a file cannot be read
   */
  public List<Source> resolve(List<String> names) throws IOException {
    List<Path> expanded = new ArrayList<>();
    for (String name : names) {
      expanded.addAll(expand(name));
    }
    List<Source> sources = new ArrayList<>();
    for (Path path : expanded) {
      sources.addAll(resolve(path, expanded.size() > 1));
    }
    return sources;
  }

  /** A document that was given on the command line. */
  public Source text(String text) throws IOException {
    Path copy = spool.resolve("text");
    copy(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), copy);
    return new Source("text", copy.toAbsolutePath().toString(), format.ofText());
  }

  private List<Source> resolve(Path path, boolean oneOfSeveral) throws IOException {
    if (path.toString().equals(STANDARD_INPUT)) {
      return List.of(spool("stdin", standardInput));
    }
    if (Files.isDirectory(path)) {
      return files(path, oneOfSeveral);
    }
    if (Files.exists(path)) {
      return List.of(file((oneOfSeveral ? path : path.getFileName()).toString(), path));
    }
    if (Files.isSymbolicLink(path)) {
      throw new InputException(
          "input '" + path + "' is a link that leads nowhere: remove or mend it");
    }
    throw new InputException(
        "input '" + path + "' does not exist (looked in " + Path.of("").toAbsolutePath() + ")");
  }

  /** The name itself, or what a shell would put in its place. */
  private static List<Path> expand(String name) throws IOException {
    if (name.isBlank()) {
      throw new InputException("an input needs a name; an unset variable, perhaps?");
    }
    if (!Glob.isGlob(name) || Files.exists(Path.of(name))) {
      return List.of(Path.of(name));
    }
    List<Path> matches = new Glob(name).matches();
    if (matches.isEmpty()) {
      throw new InputException("no file matches '" + name + "'");
    }
    return matches;
  }

  private List<Source> files(Path directory, boolean oneOfSeveral) throws IOException {
    List<Path> found = FileTree.below(directory, Integer.MAX_VALUE, path -> true);
    if (found.isEmpty()) {
      throw new InputException("directory '" + directory + "' holds no files");
    }
    List<Source> sources = new ArrayList<>(found.size());
    for (Path path : found) {
      sources.add(file((oneOfSeveral ? path : directory.relativize(path)).toString(), path));
    }
    return sources;
  }

  static boolean hidden(Path relative) {
    for (Path part : relative) {
      if (part.toString().startsWith(".")) {
        return true;
      }
    }
    return false;
  }

  private Source file(String name, Path path) throws IOException {
    if (!Files.isReadable(path)) {
      throw new InputException("input '" + path + "' may not be read: check its permissions");
    }
    if (!Files.isRegularFile(path)) {
      // a pipe, say: <(command)
      SpecialFile.requireAnEnd(path);
      try (InputStream in = Files.newInputStream(path)) {
        return spool(name, in);
      }
    }
    return isNameable(path)
        ? new Source(name, path.toAbsolutePath().toString(), format.of(name, path))
        : unnameable(name, path);
  }

  /** Whether the file's path, written as a text, leads to the file. */
  private static boolean isNameable(Path path) {
    try {
      return Path.of(path.toString()).equals(path);
    } catch (InvalidPathException e) {
      return false;
    }
  }

  /** No worker could open the file, and no result could say where it comes from. */
  private Source unnameable(String name, Path path) throws IOException {
    Path copy = newCopy();
    try (InputStream in = Files.newInputStream(path)) {
      copy(in, copy);
    }
    return new Source(
        name,
        copy.toAbsolutePath().toString(),
        RecordFormat.TEXT,
        "the file's name is no valid %s: rename the file, and extract it again"
            .formatted(System.getProperty("sun.jnu.encoding")));
  }

  private Path newCopy() {
    return spool.resolve("spooled-" + spooled++);
  }

  private static void copy(InputStream in, Path copy) throws IOException {
    try (OutputStream out = PrivateFiles.newOutputStream(copy)) {
      in.transferTo(out);
    }
  }

  private Source spool(String name, InputStream in) throws IOException {
    Path copy = newCopy();
    copy(in, copy);
    return new Source(name, copy.toAbsolutePath().toString(), format.of(name, copy));
  }
}
