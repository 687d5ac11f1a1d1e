package org.relunet.tokenizer.opennlp;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.relunet.api.untrusted.ArchiveParts;

/** The properties of a model: those that OpenNLP acts on, with the values that they can have. */
final class ModelManifest {
  private static final String FACTORY = "factory";
  private static final String SERIALIZER = "serializer-class-";

  private static final Set<String> SERIALIZERS =
      Set.of(
          "opennlp.tools.postag.POSTaggerFactory$POSDictionarySerializer",
          "opennlp.tools.util.model.DictionarySerializer");

  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9._-]{1,64}");
  private static final Pattern BOOLEAN = Pattern.compile("true|false");

  /** One set of characters, repeated: any other expression could take for ever on some text. */
  private static final Pattern CHARACTERS =
      Pattern.compile("\\^\\[(?:[^\\[\\]&\\\\^]|\\\\p\\{[A-Za-z]{1,20}\\}){1,500}\\]\\+\\$");

  private static final Pattern FACTORIES =
      Pattern.compile(
          Stream.of(
                  "opennlp.tools.sentdetect.SentenceDetectorFactory",
                  "opennlp.tools.tokenize.TokenizerFactory",
                  "opennlp.tools.postag.POSTaggerFactory",
                  UniversalTaggerFactory.class.getName())
              .map(Pattern::quote)
              .collect(Collectors.joining("|")));

  private static final Map<String, Pattern> KEYS =
      Map.ofEntries(
          Map.entry("Manifest-Version", WORD),
          Map.entry("Component-Name", WORD),
          Map.entry("Language", WORD),
          Map.entry("OpenNLP-Version", WORD),
          Map.entry("Timestamp", WORD),
          Map.entry("TrainerType", WORD),
          Map.entry(FACTORY, FACTORIES),
          Map.entry("BeamSize", Pattern.compile("[0-9]{1,3}")),
          Map.entry("eosCharacters", Pattern.compile("\\P{Cntrl}{1,200}")),
          Map.entry("useTokenEnd", BOOLEAN),
          Map.entry("useAlphaNumericOptimization", BOOLEAN),
          Map.entry("alphaNumericPattern", CHARACTERS));

  private ModelManifest() {}

  static byte[] rewritten(byte[] text) throws IOException {
    Properties given = new Properties();
    try {
      given.load(new ByteArrayInputStream(text));
    } catch (IllegalArgumentException e) {
      throw new IOException("can't be read: " + e.getMessage(), e);
    }
    Properties kept = new Properties();
    for (String key : given.stringPropertyNames()) {
      String value = given.getProperty(key);
      if (key.startsWith(SERIALIZER) && !SERIALIZERS.contains(value)) {
        throw CheckedModel.foreignClass(value, "as " + ArchiveParts.printable(key));
      }
      Pattern allowed = KEYS.get(key);
      if (allowed == null) {
        continue; // remarks, and serializers that OpenNLP finds by the part's name as well
      }
      if (!allowed.matcher(value).matches()) {
        throw key.equals(FACTORY)
            ? CheckedModel.foreignClass(value, "as " + key)
            : new IOException(
                "has " + key + "=" + ArchiveParts.printable(value) + ", which is not allowed");
      }
      kept.setProperty(key, value);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    kept.store(bytes, null);
    return bytes.toByteArray();
  }
}
