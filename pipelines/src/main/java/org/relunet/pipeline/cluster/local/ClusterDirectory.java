package org.relunet.pipeline.cluster.local;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.relunet.common.directories.Directories;
import org.relunet.common.directories.PrivateFiles;
import org.relunet.common.replacement.Replacement;
import org.relunet.pipeline.cluster.ClusterException;

/**
 * What is known of a cluster of this machine, for its user alone: {@code NAME.process} and {@code
 * NAME.log} for every server, its configuration, its addresses and its data. A mark tells it from a
 * directory of something else, in which nothing is ever removed.
 */
record ClusterDirectory(Path path) {
  private static final String PROCESS = ".process";

  Path log(String server) {
    return path.resolve(server + ".log");
  }

  Path configuration() {
    return path.resolve("configuration");
  }

  /** What the JVM of a server is called with. */
  Path arguments(String server) {
    return configuration().resolve(server + ".arguments");
  }

  Path temporary() {
    return path.resolve("temporary");
  }

  /** What outlives the cluster. */
  Path data(String name) {
    return path.resolve(name);
  }

  /** What outlives a JobManager. */
  Path highAvailability() {
    return path.resolve("high-availability");
  }

  /**
   * @throws ClusterException if it holds something else
   */
  void create() throws IOException {
    if (!Files.exists(mark())) {
      requireNothingIn(path);
      PrivateFiles.createDirectories(path);
      PrivateFiles.newOutputStream(mark()).close();
    }
    PrivateFiles.createDirectories(configuration());
    PrivateFiles.createDirectories(temporary());
  }

  void writeConfiguration(Map<String, String> keys) throws IOException {
    List<String> lines = new ArrayList<>();
    // in single quotes YAML has one escape
    keys.forEach((key, value) -> lines.add(key + ": '" + value.replace("'", "''") + "'"));
    Replacement.writePrivate(
        configuration().resolve("config.yaml"), String.join("\n", lines) + "\n");
  }

  void add(RunningServer server) throws IOException {
    Properties properties = new Properties();
    properties.setProperty("pid", server.pid() + "");
    properties.setProperty("started", server.started().toString());
    write(properties, path.resolve(server.name() + PROCESS));
  }

  /** The servers that were started and not stopped, whether they still live or not. */
  List<RunningServer> servers() throws IOException {
    List<RunningServer> servers = new ArrayList<>();
    for (Path file : processFiles()) {
      Properties properties = read(file);
      String name = file.getFileName().toString();
      servers.add(
          new RunningServer(
              name.substring(0, name.length() - PROCESS.length()),
              Long.parseLong(properties.getProperty("pid")),
              Instant.parse(properties.getProperty("started"))));
    }
    return servers;
  }

  void writeAddresses(Map<String, String> addresses) throws IOException {
    Properties properties = new Properties();
    properties.putAll(addresses);
    write(properties, addressFile());
  }

  /** What was written last; empty if there is no cluster. */
  Map<String, String> addresses() throws IOException {
    Map<String, String> addresses = new TreeMap<>();
    if (Files.exists(addressFile())) {
      read(addressFile()).forEach((name, address) -> addresses.put(name + "", address + ""));
    }
    return addresses;
  }

  /** Removes all but logs and data. */
  void forget() throws IOException {
    if (!Files.exists(mark())) {
      return;
    }
    for (Path file : processFiles()) {
      Files.delete(file);
    }
    Files.deleteIfExists(addressFile());
    Directories.deleteAll(configuration());
    Directories.deleteAll(temporary());
    Directories.deleteAll(highAvailability());
  }

  private Path mark() {
    return path.resolve("relunet-cluster");
  }

  private static void requireNothingIn(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return;
    }
    try (Stream<Path> files = Files.list(directory)) {
      if (files.findAny().isPresent()) {
        throw new ClusterException(
            "'" + directory + "' holds other files: name a new or empty directory");
      }
    }
  }

  private Path addressFile() {
    return path.resolve("addresses");
  }

  private List<Path> processFiles() throws IOException {
    if (!Files.exists(mark())) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(path)) {
      return files.filter(file -> file.toString().endsWith(PROCESS)).sorted().toList();
    }
  }

  /** Writes what may hold secrets. */
  static void write(Properties properties, Path file) throws IOException {
    StringWriter text = new StringWriter();
    properties.store(text, null);
    Replacement.writePrivate(file, text.toString());
  }

  private static Properties read(Path file) throws IOException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    }
    return properties;
  }
}
