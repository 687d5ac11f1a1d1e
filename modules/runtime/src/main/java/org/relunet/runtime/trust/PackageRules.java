package org.relunet.runtime.trust;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.relunet.config.ForeignRules;
import org.relunet.model.store.ModelPackage;
import org.relunet.runtime.configuration.RelunetSchema;

/**
 * What the configuration in a model package may say: how the network is built and how texts are
 * read, with files of the package alone. What else there is to configure, such as topics, threads
 * or places of data, is the user's.
 *
 * @param model the package, its files compared with its manifest, no link among them
 * @param allowed files and directories elsewhere that the user lets it name
 */
public record PackageRules(ModelPackage model, List<String> allowed) implements ForeignRules {

  /** What a text may cost on this machine; packages hold it too, but it is the user's to say. */
  private static final Set<String> COSTS =
      Set.of(
          "extraction.document-seconds", "extraction.batch-sentences", "extraction.batch-pieces");

  @Override
  public boolean takesKey(String key) {
    return !COSTS.contains(key);
  }

  @Override
  public boolean takes(String section) {
    if (!RelunetSchema.MODEL_SECTIONS.contains(section)) {
      throw new IllegalArgumentException(
          "a model package may not configure this section, only "
              + String.join(", ", RelunetSchema.MODEL_SECTIONS)
              + "; say it in a configuration of your own");
    }
    return true;
  }

  @Override
  public String file(String key, String text) {
    if (model.manifest().has(text)) {
      return model.directory().resolve(text).toString();
    }
    if (isAllowed(text)) {
      return text;
    }
    throw new IllegalArgumentException(
        "'"
            + text
            + "' is no file of the model package, and a package may name no other; if you know that"
            + " file, name it yourself (--set "
            + key
            + "=...), or let the package do so by"
            + " model.files");
  }

  private boolean isAllowed(String text) {
    try {
      Path named = Path.of(text).toAbsolutePath().normalize();
      return allowed.stream()
          .anyMatch(place -> named.startsWith(Path.of(place).toAbsolutePath().normalize()));
    } catch (InvalidPathException e) {
      return false;
    }
  }
}
