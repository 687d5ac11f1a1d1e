package org.relunet.parser.training;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which symbols of MaltParser's tables the kept features speak of. Tables of merged symbols hold
 * whatever stood side by side in the training data, mostly once; what no feature speaks of only
 * takes space.
 */
final class UsedSymbols {
  /** MaltParser's prefix of tables whose symbols are made of others. */
  private static final String MERGED = "MERGE";

  private final Map<String, Set<Integer>> codes = new HashMap<>();

  void add(String table, int code) {
    codes.computeIfAbsent(table, unseen -> new HashSet<>()).add(code);
  }

  /** As text, one table a line: its name, a tab, its codes. */
  String write() {
    StringBuilder text = new StringBuilder();
    codes.forEach(
        (table, used) -> {
          text.append(table).append('\t');
          used.stream().sorted().forEach(code -> text.append(code).append(' '));
          text.append('\n');
        });
    return text.toString();
  }

  static UsedSymbols read(byte[] text) {
    UsedSymbols symbols = new UsedSymbols();
    for (String line : new String(text, UTF_8).split("\n")) {
      String[] columns = line.split("\t");
      for (String code : columns[1].split(" ")) {
        symbols.add(columns[0], Integer.parseInt(code));
      }
    }
    return symbols;
  }

  /**
   * Takes unused merged symbols out of MaltParser's file of symbol tables: a header, whose lines
   * begin with a tab, then each table's name, its codes and symbols, and an empty line.
   */
  byte[] prune(byte[] tables) {
    List<String> kept = new ArrayList<>();
    String table = "";
    for (String line : new String(tables, UTF_8).split("\n", -1)) {
      int tab = line.indexOf('\t');
      if (tab < 0 && !line.isEmpty()) {
        table = line;
      }
      if (tab <= 0
          || !table.startsWith(MERGED)
          || isUsed(table, Integer.parseInt(line.substring(0, tab)))) {
        kept.add(line);
      }
    }
    return String.join("\n", kept).getBytes(UTF_8);
  }

  private boolean isUsed(String table, int code) {
    return codes.getOrDefault(table, Set.of()).contains(code);
  }
}
