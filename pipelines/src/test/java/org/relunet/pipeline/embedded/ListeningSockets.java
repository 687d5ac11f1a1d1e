package org.relunet.pipeline.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Where processes of this machine listen, as Linux tells it. */
public final class ListeningSockets {
  private static final String LISTENING = "0A";
  private static final Set<String> LOOPBACK =
      Set.of("0100007F", "00000000000000000000000001000000", "0000000000000000FFFF00000100007F");

  private ListeningSockets() {}

  /**
   * A socket that listens.
   *
   * @param address in hexadecimal digits, as in {@code /proc/net/tcp}
   */
  public record Listener(String address, int port) {
    public boolean isOnLoopback() {
      return LOOPBACK.contains(address);
    }
  }

  /** Those of a process; none if it has ended. */
  public static Set<Listener> of(long pid) throws IOException {
    Set<String> inodes = inodes(Path.of("/proc", pid + "", "fd"));
    Set<Listener> listeners = new HashSet<>();
    for (String table : List.of("tcp", "tcp6")) {
      for (String line : Files.readAllLines(Path.of("/proc/net", table))) {
        String[] columns = line.strip().split("\\s+");
        if (columns[3].equals(LISTENING) && inodes.contains("socket:[" + columns[9] + "]")) {
          String[] local = columns[1].split(":");
          listeners.add(new Listener(local[0], Integer.parseInt(local[1], 16)));
        }
      }
    }
    return listeners;
  }

  private static Set<String> inodes(Path descriptors) throws IOException {
    Set<String> inodes = new HashSet<>();
    try (Stream<Path> all = Files.list(descriptors)) {
      for (Path each : all.toList()) {
        try {
          inodes.add(Files.readSymbolicLink(each).toString());
        } catch (NoSuchFileException e) {
          // closed meanwhile
          continue;
        }
      }
    } catch (NoSuchFileException e) {
      return inodes;
    }
    return inodes;
  }
}
