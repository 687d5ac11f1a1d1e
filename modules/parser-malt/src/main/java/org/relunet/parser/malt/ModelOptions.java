package org.relunet.parser.malt;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.relunet.api.untrusted.ArchiveParts;

/**
 * The options that a model was saved with: those that MaltParser saves, with values that they can
 * have in parsing. Some of MaltParser's others name files, addresses, programs or classes.
 *
 * @param values by group and name, as in {@code guide features}
 */
record ModelOptions(Map<String, String> values) {
  static final String FORMAT = "input format";
  static final String FEATURES = "guide features";

  private static final Pattern BOOLEAN = Pattern.compile("true|false");
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,6}");
  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_+-]{0,40}");
  private static final Pattern DECISION = Pattern.compile("[A-Za-z0-9_.+,;#~-]{0,200}");
  private static final Pattern FILE_NAME = Pattern.compile("[^/\\\\:\\p{Cntrl}]{1,200}");
  private static final Pattern TEXT = Pattern.compile("[^\\p{Cntrl}]{0,200}");
  private static final Pattern NOTHING = Pattern.compile("");

  private static final Map<String, Pattern> KNOWN =
      Map.ofEntries(
          Map.entry(FORMAT, FILE_NAME),
          Map.entry(FEATURES, FILE_NAME),
          Map.entry("2planar reduceonswitch", BOOLEAN),
          Map.entry("covington allow_root", BOOLEAN),
          Map.entry("covington allow_shift", BOOLEAN),
          Map.entry("graph head_rules", NOTHING), // a file or an address, of phrase structures
          Map.entry("graph root_label", TEXT),
          Map.entry("guide classitem_separator", Pattern.compile("[^\\p{Cntrl}]{1,3}")),
          Map.entry("guide data_split_column", WORD),
          Map.entry(
              "guide data_split_structure", Pattern.compile("(?:[A-Za-z]{1,20}\\[[0-9]\\])?")),
          Map.entry("guide data_split_threshold", NUMBER),
          Map.entry("guide decision_settings", DECISION),
          Map.entry("guide kbest", NUMBER),
          Map.entry("guide learner", classes("liblinear", "org.maltparser.ml.lib.LibLinear")),
          Map.entry("input charset", WORD),
          Map.entry("lib options", TEXT),
          Map.entry("lib save_instance_files", Pattern.compile("false")),
          Map.entry("multiplanar planar_root_handling", WORD),
          Map.entry("nivre allow_reduce", BOOLEAN),
          Map.entry("nivre allow_root", BOOLEAN),
          Map.entry("output charset", WORD),
          Map.entry("planar acyclicity", BOOLEAN),
          Map.entry("planar connectedness", WORD),
          Map.entry("planar no_covered_roots", BOOLEAN),
          Map.entry("pproj covered_root", WORD),
          Map.entry("pproj lifting_order", WORD),
          Map.entry("pproj marking_strategy", WORD),
          Map.entry(
              "singlemalt guide_model",
              classes("single", "org.maltparser.parser.guide.SingleGuide")),
          Map.entry("singlemalt null_value", WORD),
          Map.entry(
              "singlemalt parsing_algorithm",
              classes(
                  "[a-z0-9]{1,20}", // one of MaltParser's own names, or it refuses it itself
                  "org.maltparser.parser.algorithm.nivre.NivreArcEagerFactory",
                  "org.maltparser.parser.algorithm.nivre.NivreArcStandardFactory",
                  "org.maltparser.parser.algorithm.covington.CovingtonNonProjFactory",
                  "org.maltparser.parser.algorithm.covington.CovingtonProjFactory",
                  "org.maltparser.parser.algorithm.stack.StackProjFactory",
                  "org.maltparser.parser.algorithm.stack.StackSwapEagerFactory",
                  "org.maltparser.parser.algorithm.stack.StackSwapLazyFactory",
                  "org.maltparser.parser.algorithm.planar.NivrePlanarArcEagerFactory",
                  "org.maltparser.parser.algorithm.twoplanar.TwoPlanarArcEagerFactory")),
          Map.entry("singlemalt propagation", NOTHING), // a file or an address
          Map.entry("singlemalt use_partial_tree", BOOLEAN));

  private static final Set<String> NEEDED = Set.of(FORMAT, FEATURES);

  private static Pattern classes(String name, String... classes) {
    return Pattern.compile(
        List.of(classes).stream()
            .map(type -> "class " + Pattern.quote(type))
            .collect(Collectors.joining("|", name + "|", "")));
  }

  /**
   * Reads them as MaltParser does: a line each, of a number, a group, a name, and a value if there
   * is one, with tabs between.
   *
   * @throws IOException if there is another one, or another value; the message names it
   */
  static ModelOptions parse(byte[] text) throws IOException {
    Map<String, String> values = new TreeMap<>();
    for (String line : new String(text, UTF_8).split("\r\n|\n|\r")) {
      String[] items = line.split("\t");
      if (items.length < 3 || items.length > 4) {
        throw new IOException("has the line " + ArchiveParts.printable(line) + ", no option");
      }
      String name = items[1] + " " + items[2];
      String value = items.length == 3 ? "" : items[3];
      Pattern allowed = KNOWN.get(name);
      if (allowed == null) {
        throw new IOException("sets " + ArchiveParts.printable(name) + ", no option of a model");
      }
      if (!allowed.matcher(value).matches()) {
        throw new IOException(
            "sets " + name + " to " + ArchiveParts.printable(value) + ", which is not allowed");
      }
      if (values.put(name, value) != null) {
        throw new IOException("sets " + name + " twice");
      }
    }
    for (String needed : NEEDED) {
      if (!values.containsKey(needed)) {
        throw new IOException("does not set " + needed);
      }
    }
    return new ModelOptions(values);
  }

  String value(String name) {
    return values.get(name);
  }

  /** As MaltParser reads them, with other names of the two files. */
  byte[] text(String format, String features) {
    Map<String, String> renamed = new LinkedHashMap<>(values);
    renamed.put(FORMAT, format);
    renamed.put(FEATURES, features);
    return renamed.entrySet().stream()
        .map(entry -> "0\t" + entry.getKey().replace(' ', '\t') + "\t" + entry.getValue() + "\n")
        .collect(Collectors.joining())
        .getBytes(UTF_8);
  }
}
