package org.relunet.runtime.plugin;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** A directory on a class path that lists plugins of the tests in {@code META-INF/services}. */
final class ServiceDirectory {
  private final Path directory;

  ServiceDirectory(Path directory) {
    this.directory = directory;
  }

  ServiceDirectory list(PluginKind kind, Class<?>... plugins) throws IOException {
    return list(kind, Arrays.stream(plugins).map(Class::getName).collect(joining("\n")));
  }

  ServiceDirectory list(PluginKind kind, String lines) throws IOException {
    Path services = Files.createDirectories(directory.resolve("META-INF/services"));
    Files.writeString(services.resolve(kind.service().getName()), lines);
    return this;
  }

  /** Sees the directory beside all that the tests see. */
  URLClassLoader loader() throws IOException {
    return new URLClassLoader(
        new URL[] {directory.toUri().toURL()}, ServiceDirectory.class.getClassLoader());
  }
}
