package org.relunet.tokenizer.opennlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import opennlp.tools.postag.POSModel;
import opennlp.tools.postag.POSSample;
import opennlp.tools.postag.POSTaggerFactory;
import opennlp.tools.postag.POSTaggerME;
import opennlp.tools.postag.TagDictionary;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.TrainingParameters;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a stranger puts into a model is refused by name, and nothing is read, asked or run for it.
 */
final class HostileModelTest {
  private static final String DESCRIPTOR = "generator.featuregen";
  private static final String DICTIONARY = "tags.tagdict";
  private static final String MANIFEST = "manifest.properties";
  private static final String EVIL_GENERATOR =
      "<featureGenerators><generator class=\"org.example.Evil\"/></featureGenerators>";

  private static byte[] tagger;
  private static HttpServer server;
  private static final List<String> ASKED = Collections.synchronizedList(new ArrayList<>());

  @TempDir Path directory;

  /** A tagger of OpenNLP's own factory, with a dictionary and generators, as others publish it. */
  @BeforeAll
  static void train() throws IOException {
    TrainingParameters parameters = TrainingParameters.defaultParams();
    parameters.put(TrainingParameters.CUTOFF_PARAM, 0);
    parameters.put(TrainingParameters.ITERATIONS_PARAM, 5);
    POSTaggerFactory factory = new POSTaggerFactory();
    TagDictionary words =
        factory.createTagDictionary(
            new ByteArrayInputStream(
                dictionary("<entry tags=\"NOUN VERB\"><token>land</token></entry>")
                    .getBytes(StandardCharsets.UTF_8)));
    factory.setTagDictionary(words);
    POSModel model =
        POSTaggerME.train(
            "en",
            ObjectStreamUtils.createObjectStream(
                new POSSample(
                    new String[] {"Bean", "saw", "land"}, new String[] {"PROPN", "VERB", "NOUN"}),
                new POSSample(new String[] {"They", "land"}, new String[] {"PRON", "VERB"})),
            parameters,
            factory);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    model.serialize(bytes);
    tagger =
        Changed.part(
            bytes.toByteArray(),
            DESCRIPTOR,
            ("<featureGenerators cache=\"true\" name=\"posTagger\"><generator class=\""
                    + "opennlp.tools.util.featuregen.WindowFeatureGeneratorFactory\"><int"
                    + " name=\"prevLength\">2</int><int name=\"nextLength\">2</int><generator"
                    + " class=\"opennlp.tools.util.featuregen.TokenFeatureGeneratorFactory\"/>"
                    + "</generator></featureGenerators>")
                .getBytes(StandardCharsets.UTF_8));
  }

  @BeforeAll
  static void listen() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          ASKED.add(exchange.getRequestURI().toString());
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
  }

  @AfterAll
  static void stop() {
    server.stop(0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "ISO-8859-1", "IBM037"})
  void aModelOfOthersIsReadWhateverTheEncodingOfItsXml(String encoding) throws IOException {
    byte[] model =
        Changed.part(tagger, DICTIONARY, encoded(dictionary(word("land", "NOUN")), encoding));

    POSModel read = load(model);

    assertThat(read.getFactory().getTagDictionary().getTags("land")).containsExactly("NOUN");
    assertThat(new WordTagger(read).tag(List.of("Bean", "saw", "land")))
        .isEqualTo(
            new WordTagger(new POSModel(new ByteArrayInputStream(tagger)))
                .tag(List.of("Bean", "saw", "land")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "ISO-8859-1", "IBM037"})
  void aForeignGeneratorIsRefusedInEveryEncoding(String encoding) {
    assertRefused(DESCRIPTOR, encoded(EVIL_GENERATOR, encoding), "'org.example.Evil'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "ISO-8859-1", "IBM037"})
  void anExternalDeclarationIsRefusedAndNotFetched(String encoding) throws IOException {
    Path secret = Files.writeString(directory.resolve("secret"), "canary");
    ASKED.clear();
    String address = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    List<String> declarations =
        List.of(
            "SYSTEM \"" + address + "x.dtd\"",
            "SYSTEM \"" + secret.toUri() + "\"",
            "[<!ENTITY % e SYSTEM \"" + address + "e\"> %e;]",
            "[<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]");
    for (String declaration : declarations) {
      String declared = "<!DOCTYPE dictionary " + declaration + ">";
      assertRefused(
          DICTIONARY, encoded(declared + dictionary(word("x", "NOUN")), encoding), "DOCTYPE");
      assertRefused(
          DESCRIPTOR,
          encoded(declared.replace("dictionary", "featureGenerators") + EVIL_GENERATOR, encoding),
          "DOCTYPE");
    }
    assertThat(ASKED).isEmpty();
  }

  @Test
  void aClassThatOnlyADeclarationGivesIsRefused() {
    assertRefused(
        DESCRIPTOR,
        ("<!DOCTYPE featureGenerators [<!ATTLIST generator class CDATA \"org.example.Evil\">]>"
                + "<featureGenerators><generator/></featureGenerators>")
            .getBytes(StandardCharsets.UTF_8),
        "DOCTYPE");
  }

  @Test
  void aNumberThatWouldCostTimeAtEveryWordIsRefused() {
    String window =
        "<generator class=\"opennlp.tools.util.featuregen.WindowFeatureGeneratorFactory\">"
            + "<int name=\"prevLength\">%s</int><int name=\"nextLength\">2</int>%s</generator>";
    String inner =
        "<generator class=\"opennlp.tools.util.featuregen.TokenFeatureGeneratorFactory\"/>";
    assertRefused(DESCRIPTOR, generators(window.formatted("2147483647", inner)), "'2147483647'");
    assertRefused(
        DESCRIPTOR,
        generators(window.formatted("9", window.formatted("9", inner))),
        "window within a window");
  }

  @Test
  void partsThatNoModelNeedsAreRefused() {
    for (String name : List.of("x.postagger", "x.html", "a/b.dictionary", "POS.MODEL", "x\n.txt")) {
      assertRefused(name, new byte[] {1}, "is none that a model for text needs");
    }
  }

  @Test
  void aPartOfWhichThereAreTwoIsRefused() throws IOException {
    // the names have one length: a second part, renamed in the archive's bytes
    byte[] two = Changed.part(tagger, "TAGS.tagdict", encoded(dictionary(""), "UTF-8"));
    String archive = new String(two, StandardCharsets.ISO_8859_1);
    assertThatThrownBy(
            () ->
                load(
                    archive
                        .replace("TAGS.tagdict", DICTIONARY)
                        .getBytes(StandardCharsets.ISO_8859_1)))
        .hasMessageContaining("two parts of the name '" + DICTIONARY + "'");
  }

  @Test
  void whatTheTableAtTheEndSaysIsNotBelieved() throws IOException {
    byte[] two = Changed.part(tagger, "TAGS.tagdict", encoded(dictionary(""), "UTF-8"));
    String archive = new String(two, StandardCharsets.ISO_8859_1);
    int last = archive.lastIndexOf("TAGS.tagdict");
    String other = archive.substring(0, last) + "x.dictionary" + archive.substring(last + 12);
    POSModel read = load(other.getBytes(StandardCharsets.ISO_8859_1));
    assertThat(read.<Object>getArtifact("x.dictionary")).isNull();
    assertThat(read.<Object>getArtifact("TAGS.tagdict")).isNotNull();
  }

  @Test
  void aManifestMayNotBringSerializersOrExpressionsOfItsOwn() throws IOException {
    Map<String, String> lines =
        Map.of(
            "serializer-class-pos.model=org.example.Evil", "'org.example.Evil'",
            "serializer-class-pos.model : org.example.Evil", "'org.example.Evil'",
            "\\u0066actory=org.example.Evil", "'org.example.Evil'",
            "factory=opennlp.tools.postag.POSTaggerFactoryX", "POSTaggerFactoryX",
            "alphaNumericPattern=^(a+)+$", "alphaNumericPattern='^(a+)+$'",
            "alphaNumericPattern=^[a&&[^b]]+$", "alphaNumericPattern",
            "BeamSize=2147483647", "BeamSize");
    for (Map.Entry<String, String> line : lines.entrySet()) {
      assertRefused(
          MANIFEST,
          ("OpenNLP-Version=2.5.4\nComponent-Name=POSTaggerME\nLanguage=en\n" + line.getKey())
              .getBytes(StandardCharsets.ISO_8859_1),
          line.getValue());
    }
  }

  @Test
  void aThousandChangedModelsAreReadOrRefused() throws IOException {
    Random random = new Random(13);
    int refused = 0;
    for (int i = 0; i < 1000; i++) {
      byte[] changed = tagger.clone();
      for (int n = random.nextInt(8); n >= 0; n--) {
        changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
      }
      try {
        assertThat(CheckedModel.rewritten(changed)).isNotEmpty();
      } catch (IOException e) {
        refused++;
        assertThat(e).hasMessageMatching("(?s).{5,}");
      }
    }
    assertThat(refused).isBetween(500, 1000);
  }

  private void assertRefused(String part, byte[] content, String reason) {
    assertThatThrownBy(() -> load(Changed.part(tagger, part, content)))
        .as("%s", part)
        .hasMessageStartingWith("tokenizer.opennlp.tagger-model: cannot read ")
        .hasMessageContaining(reason);
  }

  private POSModel load(byte[] model) throws IOException {
    Path file = Files.write(directory.resolve("tagger.bin"), model);
    return new ModelFiles().load("tagger-model", file.toString(), "/none", POSModel::new);
  }

  private static byte[] generators(String inside) {
    return ("<featureGenerators>" + inside + "</featureGenerators>")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String dictionary(String entries) {
    return "<dictionary case_sensitive=\"true\">" + entries + "</dictionary>";
  }

  private static String word(String word, String tags) {
    return "<entry tags=\"" + tags + "\"><token>" + word + "</token></entry>";
  }

  private static byte[] encoded(String xml, String encoding) {
    return ("<?xml version=\"1.0\" encoding=\"" + encoding.replaceAll("[LB]E$", "") + "\"?>" + xml)
        .getBytes(Charset.forName(encoding));
  }
}
