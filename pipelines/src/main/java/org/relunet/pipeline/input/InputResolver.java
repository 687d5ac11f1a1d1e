package org.relunet.pipeline.input;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
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
    List<String> expanded = new ArrayList<>();
    for (String name : names) {
      expanded.addAll(expand(name));
    }
    List<Source> sources = new ArrayList<>();
    for (String name : expanded) {
      sources.addAll(resolve(name, expanded.size() > 1));
    }
    return sources;
  }

  /** A document that was given on the command line. */
  public Source text(String text) throws IOException {
    Path copy = spool.resolve("text");
    copy(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), copy);
    return new Source("text", copy.toAbsolutePath().toString(), format.ofText());
  }

  private List<Source> resolve(String name, boolean oneOfSeveral) throws IOException {
    if (name.equals(STANDARD_INPUT)) {
      return List.of(spool("stdin", standardInput));
    }
    Path path = Path.of(name);
    if (Files.isDirectory(path)) {
      return files(path, oneOfSeveral);
    }
    if (Files.exists(path)) {
      return List.of(file((oneOfSeveral ? path : path.getFileName()).toString(), path));
    }
    if (Files.isSymbolicLink(path)) {
      throw new InputException(
          "input '" + name + "' is a link that leads nowhere: remove or mend it");
    }
    throw new InputException(
        "input '" + name + "' does not exist (looked in " + Path.of("").toAbsolutePath() + ")");
  }

  /** The name itself, or what a shell would put in its place. */
  private static List<String> expand(String name) throws IOException {
    if (name.isBlank()) {
      throw new InputException("an input needs a name; an unset variable, perhaps?");
    }
    if (!Glob.isGlob(name) || Files.exists(Path.of(name))) {
      return List.of(name);
    }
    List<Path> matches = new Glob(name).matches();
    if (matches.isEmpty()) {
      throw new InputException("no file matches '" + name + "'");
    }
    return matches.stream().map(Path::toString).toList();
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
    return new Source(name, path.toAbsolutePath().toString(), format.of(name, path));
  }

  private static void copy(InputStream in, Path copy) throws IOException {
    try (OutputStream out = PrivateFiles.newOutputStream(copy)) {
      in.transferTo(out);
    }
  }

  private Source spool(String name, InputStream in) throws IOException {
    Path copy = spool.resolve("spooled-" + spooled++);
    copy(in, copy);
    return new Source(name, copy.toAbsolutePath().toString(), format.of(name, copy));
  }
}
