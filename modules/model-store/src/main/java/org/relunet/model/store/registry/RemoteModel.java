package org.relunet.model.store.registry;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.relunet.model.store.NearestName;
import org.relunet.model.store.manifest.ModelPackageException;

/** A model in a registry that is not in a directory: a copy of it here. */
final class RemoteModel {
  private static final Pattern ALIASED =
      Pattern.compile("(.+)/" + ModelAddress.ALIASES + "/([^/]+)");

  private RemoteModel() {}

  static Path resolve(String address) {
    Matcher aliased = ALIASED.matcher(address);
    String registry = aliased.matches() ? aliased.group(1) : address;
    String alias = aliased.matches() ? aliased.group(2) : ModelAddress.DEFAULT_ALIAS;
    try {
      ModelRegistry models = ModelRegistry.at(registry);
      Optional<String> version = models.alias(alias);
      if (version.isEmpty()) {
        throw refusal(
            address,
            "there is no alias '%s'; there are %s".formatted(alias, models.aliases().keySet()),
            "Name an alias as REGISTRY/aliases/NAME."
                + NearestName.question(alias, models.aliases().keySet()),
            null);
      }
      return models.directory(version.get());
    } catch (IllegalArgumentException e) {
      throw refusal(address, e.getMessage(), "Name another model.", e);
    } catch (IOException e) {
      throw refusal(address, "it cannot be read (" + e + ")", "Check address and access.", e);
    }
  }

  private static ModelPackageException refusal(
      String address, String problem, String remedy, Exception cause) {
    return new ModelPackageException(Path.of(address), List.of(problem), remedy, cause);
  }
}
