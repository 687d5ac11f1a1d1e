package org.relunet.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Finds what looks like host:port. */
final class Addresses {
  private static final Pattern ADDRESS = Pattern.compile("([a-z][a-z-]*):(\\d{4,5})\\b");

  private Addresses() {}

  /** In all texts of a tree. */
  static List<String> in(JsonNode tree) {
    return ADDRESS
        .matcher(tree.toString())
        .results()
        .map(MatchResult::group)
        .filter(address -> !address.startsWith("localhost:"))
        .distinct()
        .toList();
  }
}
