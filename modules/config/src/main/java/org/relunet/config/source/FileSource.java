package org.relunet.config.source;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.relunet.api.bounded.BoundedBytes;
import org.relunet.config.problem.Location;
import org.relunet.config.problem.Problems;

/**
 * A YAML file in UTF-8.
 *
 * @param path where it is; problems name it as written here
 */
public record FileSource(Path path) implements Source {
  private static final BoundedBytes FILE = new BoundedBytes(8 << 20);

  @Override
  public Optional<SourceNode> read(Problems problems) {
    Location file = Location.of(path.toString());
    try {
      return new TextSource(path.toString(), FILE.readText(path)).read(problems);
    } catch (NoSuchFileException e) {
      problems.add(
          file, "there is no such configuration file (from " + Path.of("").toAbsolutePath() + ")");
    } catch (CharacterCodingException e) {
      problems.add(file, "the configuration file is not UTF-8 text");
    } catch (IOException e) {
      problems.add(file, "the configuration file cannot be read: " + e.getMessage());
    }
    return Optional.empty();
  }
}
