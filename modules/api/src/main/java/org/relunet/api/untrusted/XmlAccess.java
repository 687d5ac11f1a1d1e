package org.relunet.api.untrusted;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What no XML parser of a process may do, whoever made it: read files or addresses that a document
 * names, or run what a stylesheet calls. Models of strangers are checked before a library sees
 * them; this is the second door.
 */
public final class XmlAccess {
  /** The JDK's own switches, which hold for the factories made afterwards. */
  private static final SortedMap<String, String> SWITCHES =
      Collections.unmodifiableSortedMap(
          new TreeMap<>(
              Map.of(
                  "javax.xml.accessExternalDTD", "",
                  "javax.xml.accessExternalSchema", "",
                  "javax.xml.accessExternalStylesheet", "",
                  "jdk.xml.enableExtensionFunctions", "false")));

  private XmlAccess() {}

  /** Shuts it for this process. What its operator set with {@code -D} stays as it is. */
  public static void close() {
    SWITCHES.forEach(
        (name, value) -> {
          if (System.getProperty(name) == null) {
            System.setProperty(name, value);
          }
        });
  }

  /** The same as arguments for the JVM of another process. */
  public static List<String> javaOptions() {
    return SWITCHES.entrySet().stream()
        .map(entry -> "-D" + entry.getKey() + "=" + entry.getValue())
        .toList();
  }
}
