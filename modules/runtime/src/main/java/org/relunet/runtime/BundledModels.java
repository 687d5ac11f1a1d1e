package org.relunet.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The models that the class path brings, a jar each, which are named without a path: {@code
 * webnlg}. A jar lists its model in the resource {@value #INDEX}, and has the package under {@code
 * org/relunet/model/NAME}.
 */
public final class BundledModels {
  /** The one that is meant where none is named. */
  public static final String DEFAULT = "webnlg";

  private static final String INDEX = "META-INF/relunet/bundled-models";

  private BundledModels() {}

  /** Names of all on the class path, sorted. */
  public static SortedSet<String> names() {
    SortedSet<String> names = new TreeSet<>();
    try {
      for (URL index : Collections.list(BundledModels.class.getClassLoader().getResources(INDEX))) {
        URLConnection connection = index.openConnection();
        // a cached jar file would stay open as long as the process lives
        connection.setUseCaches(false);
        try (InputStream content = connection.getInputStream()) {
          new String(content.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .map(String::strip)
              .filter(name -> !name.isEmpty())
              .forEach(names::add);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the bundled models can't be listed", e);
    }
    return Collections.unmodifiableSortedSet(names);
  }

  /**
   * The bundled model that a location means; empty where it means another one. A name alone means
   * the bundled model also where a directory of that name stands in the current one, which {@code
   * ./NAME} means.
   */
  public static Optional<String> at(String location) {
    if (location.isEmpty()) {
      return Optional.of(DEFAULT);
    }
    return names().contains(location) ? Optional.of(location) : Optional.empty();
  }
}
