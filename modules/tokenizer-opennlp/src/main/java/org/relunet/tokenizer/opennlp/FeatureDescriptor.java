package org.relunet.tokenizer.opennlp;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.relunet.api.untrusted.ArchiveParts;
import org.relunet.api.untrusted.StrictXml;
import org.relunet.api.untrusted.XmlElement;
import org.relunet.api.untrusted.XmlForm;

/** A descriptor of feature generators: XML that names classes, which OpenNLP loads and runs. */
final class FeatureDescriptor {
  private static final String CLASS = "class";
  private static final String GENERATOR = "generator";

  private static final XmlForm FORM =
      new XmlForm(
          "featureGenerators",
          Map.of(
              "featureGenerators",
              Set.of("cache", "name"),
              GENERATOR,
              Set.of(CLASS),
              "int",
              Set.of("name"),
              "bool",
              Set.of("name"),
              "str",
              Set.of("name")));

  private static final String WINDOW = "WindowFeatureGeneratorFactory";
  private static final String OF_OPENNLP = "opennlp.tools.util.featuregen.";

  /** Those that need nothing but the model. */
  private static final Set<String> GENERATORS =
      Set.of(
          "AggregatedFeatureGeneratorFactory",
          "BigramNameFeatureGeneratorFactory",
          "CharacterNgramFeatureGeneratorFactory",
          "DefinitionFeatureGeneratorFactory",
          "DictionaryFeatureGeneratorFactory",
          "DocumentBeginFeatureGeneratorFactory",
          "PosTaggerFeatureGeneratorFactory",
          "PrefixFeatureGeneratorFactory",
          "PreviousMapFeatureGeneratorFactory",
          "SentenceFeatureGeneratorFactory",
          "SuffixFeatureGeneratorFactory",
          "TokenClassFeatureGeneratorFactory",
          "TokenFeatureGeneratorFactory",
          "TokenPatternFeatureGeneratorFactory",
          "TrigramNameFeatureGeneratorFactory",
          WINDOW);

  /** Lengths and numbers of words: every feature costs time at every word. */
  private static final Pattern SMALL = Pattern.compile("\\s*[0-9]{1,2}\\s*");

  private static final int MOST_ELEMENTS = 500;

  private FeatureDescriptor() {}

  static byte[] rewritten(byte[] descriptor) throws IOException {
    if (descriptor.length == 0) {
      return descriptor; // of a tagger whose factory has generators of its own
    }
    XmlElement root = StrictXml.parse(descriptor, FORM);
    if (check(root, false) > MOST_ELEMENTS) {
      throw new IOException("has more than " + MOST_ELEMENTS + " elements");
    }
    return StrictXml.write(root);
  }

  /** The number of elements. */
  private static int check(XmlElement element, boolean inWindow) throws IOException {
    int elements = 1;
    boolean window = false;
    if (element.name().equals(GENERATOR)) {
      String named = element.attributes().getOrDefault(CLASS, "");
      if (!named.startsWith(OF_OPENNLP)
          || !GENERATORS.contains(named.substring(OF_OPENNLP.length()))) {
        throw CheckedModel.foreignClass(named, "as a feature generator");
      }
      window = named.equals(OF_OPENNLP + WINDOW);
      if (window && inWindow) {
        throw new IOException("has a window within a window, whose time would be the product");
      }
    }
    if (element.name().equals("int") && !SMALL.matcher(element.text()).matches()) {
      throw new IOException(
          "has the number " + ArchiveParts.printable(element.text()) + "; 0 to 99 are allowed");
    }
    for (XmlElement child : element.children()) {
      elements += check(child, inWindow || window);
    }
    return elements;
  }
}
