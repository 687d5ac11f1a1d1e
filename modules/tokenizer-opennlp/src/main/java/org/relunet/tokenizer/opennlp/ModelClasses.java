package org.relunet.tokenizer.opennlp;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.relunet.api.bounded.BoundedZip;

/**
 * The classes that a model file names. OpenNLP loads and runs them, whatever they are, so that they
 * are held against an allow-list before it sees the file.
 */
final class ModelClasses {
  /** Models of one language have some 50 MB unpacked at most. */
  private static final BoundedZip ARCHIVE = new BoundedZip(512L << 20, 1_000);

  private static final String MANIFEST = "manifest.properties";
  private static final String FACTORY = "factory";
  private static final String SERIALIZER = "serializer-class-";

  private static final Set<String> FACTORIES =
      Set.of(
          "opennlp.tools.sentdetect.SentenceDetectorFactory",
          "opennlp.tools.tokenize.TokenizerFactory",
          "opennlp.tools.postag.POSTaggerFactory",
          UniversalTaggerFactory.class.getName());

  private static final String DECISIONS = ".model";
  private static final String FEATURE_GENERATORS = ".featuregen";
  private static final String OF_OPENNLP = "opennlp.tools.util.featuregen.";
  private static final Pattern CLASS_ATTRIBUTE =
      Pattern.compile("class\\s*=\\s*[\"']([^\"']*)[\"']");

  private ModelClasses() {}

  /**
   * @throws IOException if the model names a class that is not on the list, or claims sizes that it
   *     does not have
   */
  static void check(byte[] model) throws IOException {
    ARCHIVE.read(
        new ByteArrayInputStream(model),
        (entry, content) -> {
          if (entry.getName().equals(MANIFEST)) {
            Properties manifest = new Properties();
            manifest.load(content);
            checkManifest(manifest);
          } else if (entry.getName().endsWith(FEATURE_GENERATORS)) {
            checkFeatureGenerators(new String(content.readAllBytes(), StandardCharsets.UTF_8));
          } else if (entry.getName().endsWith(DECISIONS)) {
            ModelSizes.check(entry.getName(), content.readAllBytes());
          }
          return true;
        });
  }

  private static void checkManifest(Properties manifest) throws IOException {
    for (String key : manifest.stringPropertyNames()) {
      String value = manifest.getProperty(key);
      if (key.equals(FACTORY) && !FACTORIES.contains(value) || key.startsWith(SERIALIZER)) {
        throw refused(value, "as " + key + " in its manifest");
      }
    }
  }

  private static void checkFeatureGenerators(String xml) throws IOException {
    Matcher named = CLASS_ATTRIBUTE.matcher(xml);
    while (named.find()) {
      if (!named.group(1).startsWith(OF_OPENNLP)) {
        throw refused(named.group(1), "as a feature generator");
      }
    }
  }

  private static IOException refused(String name, String use) {
    return new IOException(
        "it names the class '"
            + name
            + "' "
            + use
            + ", which OpenNLP would run, and only OpenNLP's own and those of 'relunet train-parser'"
            + " are allowed; use a model that was made with these");
  }
}
