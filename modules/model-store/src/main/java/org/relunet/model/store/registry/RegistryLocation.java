package org.relunet.model.store.registry;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what keeps the registry that a user names. */
final class RegistryLocation {
  private static final Pattern ADDRESS = Pattern.compile("([a-zA-Z][a-zA-Z0-9+.-]*)://.*");

  private RegistryLocation() {}

  static RegistryStorage storage(String location) {
    if (location.isBlank()) {
      throw new IllegalArgumentException("the place of a model registry is blank");
    }
    Matcher address = ADDRESS.matcher(location);
    if (!address.matches()) {
      return new DirectoryStorage(Path.of(location));
    }
    String scheme = address.group(1);
    if (scheme.equals("file")) {
      return new DirectoryStorage(Path.of(URI.create(location)));
    }
    List<String> known = new ArrayList<>(List.of("file"));
    for (RegistryStorageProvider provider :
        ServiceLoader.load(
            RegistryStorageProvider.class, RegistryLocation.class.getClassLoader())) {
      if (provider.schemes().contains(scheme)) {
        return provider.open(location);
      }
      known.addAll(provider.schemes());
    }
    throw new IllegalArgumentException(
        "nothing here reads a model registry at %s: there is none for %s://, only for directories and %s"
            .formatted(location, scheme, known.stream().map(each -> each + "://").toList()));
  }
}
