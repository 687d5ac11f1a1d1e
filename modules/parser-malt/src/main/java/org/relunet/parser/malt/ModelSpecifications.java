package org.relunet.parser.malt;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.relunet.api.untrusted.ArchiveParts;
import org.relunet.api.untrusted.StrictXml;
import org.relunet.api.untrusted.XmlElement;
import org.relunet.api.untrusted.XmlForm;

/**
 * The two XML files of a model: its columns, and what it looks at. MaltParser resolves entities and
 * further files that they name, and gives regular expressions to words; what is written anew has
 * neither.
 */
final class ModelSpecifications {
  private static final XmlForm COLUMNS =
      new XmlForm(
          "dataformat",
          Map.of(
              "dataformat", Set.of("name", "datastructure"),
              "column", Set.of("name", "category", "type", "default")));

  private static final XmlForm FEATURES =
      new XmlForm(
          "featuremodels",
          Map.of(
              "featuremodels", Set.of(),
              "featuremodel", Set.of("name"),
              "submodel", Set.of("name"),
              "feature", Set.of()));

  private static final Pattern ATTRIBUTE = Pattern.compile("[^\\p{Cntrl}]{0,100}");

  private static final Pattern FEATURE =
      Pattern.compile("(?:[A-Za-z_\\[\\](),|.+\\s-]|[0-9]{1,4}(?![0-9]))*+");

  /** The function that splits words at a regular expression of the model's choice. */
  private static final Pattern SPLIT = Pattern.compile("(?i)(?<![A-Za-z0-9_])split");

  private static final int LONGEST_FEATURE = 1_000;
  private static final int DEEPEST_FEATURE = 20;
  private static final int MOST_ELEMENTS = 5_000;

  private ModelSpecifications() {}

  static byte[] columns(byte[] xml) throws IOException {
    XmlElement root = StrictXml.parse(xml, COLUMNS);
    check(root);
    return StrictXml.write(root);
  }

  static byte[] features(byte[] xml) throws IOException {
    XmlElement root = StrictXml.parse(xml, FEATURES);
    if (check(root) > MOST_ELEMENTS) {
      throw new IOException("has more than " + MOST_ELEMENTS + " elements");
    }
    return StrictXml.write(root);
  }

  /** The number of elements. */
  private static int check(XmlElement element) throws IOException {
    for (String value : element.attributes().values()) {
      if (!ATTRIBUTE.matcher(value).matches()) {
        throw new IOException("has the attribute " + ArchiveParts.printable(value));
      }
    }
    String text = element.text();
    boolean feature = element.name().equals("feature");
    if (feature
        && (text.length() > LONGEST_FEATURE
            || text.chars().filter(c -> c == '(').count() > DEEPEST_FEATURE
            || SPLIT.matcher(text.replaceAll("\\s+", "")).find() // MaltParser drops spaces
            || !FEATURE.matcher(text).matches())) {
      throw new IOException(
          "has the feature " + ArchiveParts.printable(text) + ", which is not allowed");
    }
    if (!feature && !text.isBlank()) {
      throw new IOException(
          "has the text " + ArchiveParts.printable(text) + " in " + element.name());
    }
    int elements = 1;
    for (XmlElement child : element.children()) {
      elements += check(child);
    }
    return elements;
  }
}
