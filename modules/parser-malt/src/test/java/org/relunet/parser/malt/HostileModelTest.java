package org.relunet.parser.malt;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import de.bwaldvogel.liblinear.SolverType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectOutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maltparser.ml.lib.FeatureMap;
import org.maltparser.ml.lib.MaltLiblinearModel;

/** What a stranger puts into a model is refused by name, and nothing is read or asked for it. */
final class HostileModelTest {
  private static final String OPTIONS = "parser/savedoptions.sop";
  private static final String COLUMNS = "parser/columns.xml";
  private static final String FEATURES = "parser/stack-projective.xml";
  private static final String SYMBOLS = "parser/symboltables.sym";

  /** The bundled model's parts, with weights of next to nothing: it is read, but not used. */
  private static Parts small;

  private static HttpServer server;
  private static final List<String> ASKED = Collections.synchronizedList(new ArrayList<>());

  @TempDir static Path directory;

  @BeforeAll
  static void parts() throws IOException {
    try (InputStream bytes = MaltModel.class.getResourceAsStream("parser.mco")) {
      small = Parts.of(bytes.readAllBytes());
    }
    String symbols = small.text(SYMBOLS);
    // the header names the tables; without symbols of words
    small =
        small
            .with(SYMBOLS, symbols.substring(0, symbols.indexOf("\n\n") + 2).getBytes(UTF_8))
            .with("parser/odm0.liblinear.map", serialised(new FeatureMap()))
            .with(
                "parser/odm0.liblinear.moo",
                serialised(
                    new MaltLiblinearModel(
                        new int[] {1}, 1, 1, new double[][] {{0.5}}, SolverType.MCSVM_CS)));
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
  void aModelIsReadWhateverTheEncodingOfItsXml(String encoding) throws IOException {
    read(
        small
            .with(COLUMNS, encoded("", small.text(COLUMNS), encoding))
            .with(FEATURES, encoded("", small.text(FEATURES), encoding)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "ISO-8859-1", "IBM037"})
  void anExternalDeclarationIsRefusedAndNotFetched(String encoding) throws IOException {
    Path secret = Files.writeString(directory.resolve("secret"), "canary");
    ASKED.clear();
    String address = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    for (String declaration :
        List.of(
            "SYSTEM \"" + address + "x.dtd\"",
            "SYSTEM \"" + secret.toUri() + "\"",
            "[<!ENTITY % e SYSTEM \"" + address + "e\"> %e;]",
            "[<!ATTLIST column name CDATA \"X\">]")) {
      String declared = "<!DOCTYPE dataformat " + declaration + ">";
      assertRefused(
          small.with(COLUMNS, encoded(declared, small.text(COLUMNS), encoding)),
          "'columns.xml' is not XML without a DOCTYPE");
      assertRefused(
          small.with(
              FEATURES,
              encoded(
                  declared.replace("dataformat", "featuremodels"), small.text(FEATURES), encoding)),
          "'stack-projective.xml' is not XML without a DOCTYPE");
    }
    assertThat(ASKED).isEmpty();
  }

  @Test
  void aDataFormatOfAnyNameIsReadStrictly() {
    String declared = "<!DOCTYPE dataformat [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>";
    assertRefused(
        option("input\tformat", "columns.txt")
            .with("parser/columns.txt", encoded(declared, small.text(COLUMNS), "UTF-16")),
        "'columns.txt' is not XML without a DOCTYPE");
    assertRefused(
        option("guide\tfeatures", "features.par")
            .with("parser/features.par", encoded(declared, small.text(FEATURES), "UTF-16")),
        "'features.par' is not XML without a DOCTYPE");
  }

  @Test
  void aDataFormatOfAnotherNameIsRead() throws IOException {
    Parts renamed =
        option("input\tformat", "columns.txt")
            .with("parser/columns.txt", small.contents().get(COLUMNS));
    renamed.contents().remove(COLUMNS);
    read(renamed);
  }

  @Test
  void filesThatOptionsNameAreThoseOfTheModel() {
    for (String file :
        List.of(
            "../secret.xml",
            "/etc/hostname",
            "file:///etc/hostname",
            "http://127.0.0.1:" + server.getAddress().getPort() + "/x.xml",
            "jar:file:/x.jar!/y.xml")) {
      assertRefused(option("input\tformat", file), "sets input format to");
      assertRefused(option("guide\tfeatures", file), "sets guide features to");
    }
    assertRefused(option("input\tformat", "conllx.xml"), "'conllx.xml' is missing");
    assertThat(ASKED).isEmpty();
  }

  @Test
  void optionsThatNameFilesProgramsOrClassesAreRefused() {
    assertRefused(option("config\tworkingdir", "/tmp"), "'config workingdir', no option");
    assertRefused(option("input\tinfile", "/etc/hostname"), "'input infile'");
    assertRefused(option("lib\texternal", "/bin/sh"), "'lib external'");
    assertRefused(option("graph\thead_rules", "http://127.0.0.1/x"), "sets graph head_rules");
    assertRefused(option("singlemalt\tpropagation", "x.xml"), "sets singlemalt propagation");
    assertRefused(option("guide\tlearner", "class com.example.Evil"), "'class com.example.Evil'");
    assertRefused(
        option("guide\tlearner", "class org.maltparser.core.plugin.PluginLoader"), "PluginLoader");
    assertRefused(option("lib\tsave_instance_files", "true"), "lib save_instance_files");
  }

  @Test
  void aFeatureMayNotGiveARegularExpression() {
    for (String feature :
        List.of(
            "Split(InputColumn(FORM, Stack[0]), \\|)",
            "Sp lit(InputColumn(FORM, Stack[0]), (a+)+b)",
            "Merge(split(InputColumn(FORM, Stack[0]), a), InputColumn(FORM, Stack[0]))",
            "InputColumn(FORM, Stack[2000000000])")) {
      assertRefused(
          small.with(
              FEATURES,
              ("<featuremodels><featuremodel name=\"x\"><feature>"
                      + feature
                      + "</feature></featuremodel></featuremodels>")
                  .getBytes(UTF_8)),
          "has the feature");
    }
  }

  @Test
  void furtherFilesOfADataFormatAreRefused() {
    assertRefused(
        small.with(
            COLUMNS,
            small
                .text(COLUMNS)
                .replace(
                    "</dataformat>",
                    "<dependencies><dependency url=\"/appdata/x.xml\"/></dependencies></dataformat>")
                .getBytes(UTF_8)),
        "'dependencies' is not allowed");
  }

  @Test
  void partsThatNoOptionNamesAreRefused() {
    assertRefused(small.with("parser/evil.xml", new byte[] {1}), "is none that a model needs");
    assertRefused(small.with("parser/more.sop", new byte[] {1}), "is none that a model needs");
    assertRefused(small.with("other/columns.xml", new byte[] {1}), "is there twice");
  }

  @Test
  void aLogOfTheTrainingIsLeftOut() throws IOException {
    read(small.with("parser/parser_singlemalt.info", "CONFIGURATION".getBytes(UTF_8)));
  }

  @Test
  void whatTheTableAtTheEndSaysIsNotBelieved() throws IOException {
    // the table at the end calls the second one columns.xml; those who read on find the first
    byte[] evil = "<!DOCTYPE x SYSTEM \"x\"><x/>".getBytes(UTF_8);
    String archive = new String(small.with("parser/columns.INFO", evil).bytes(), ISO_8859_1);
    int last = archive.lastIndexOf("parser/columns.INFO");
    String other =
        archive.substring(0, last) + "parser/columns.info" + archive.substring(last + 19);
    Path file = Files.write(directory.resolve("other.mco"), other.getBytes(ISO_8859_1));
    assertThatThrownBy(() -> MaltModel.read(file)).hasMessageContaining("columns.INFO");
  }

  @Test
  void aThousandChangedModelsAreReadOrRefused() throws IOException {
    byte[] model = small.bytes();
    Random random = new Random(13);
    int refused = 0;
    for (int i = 0; i < 1000; i++) {
      byte[] changed = model.clone();
      for (int n = random.nextInt(8); n >= 0; n--) {
        changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
      }
      try {
        assertThat(new ModelFile("changed", changed).read().archive()).isNotEmpty();
      } catch (UnusableModelException e) {
        refused++;
        assertThat(e).hasMessageContaining("changed");
      }
    }
    assertThat(refused).isBetween(500, 1000);
  }

  private static void read(Parts parts) throws IOException {
    assertThat(MaltModel.read(parts.write(directory)).worker()).isNotNull();
  }

  private static void assertRefused(Parts parts, String reason) {
    assertThatThrownBy(() -> read(parts))
        .isInstanceOf(UnusableModelException.class)
        .hasMessageContaining("refused to load")
        .hasMessageContaining(reason);
  }

  /** With another value of an option, or one more. */
  private static Parts option(String name, String value) {
    String line = "0\t" + name + "\t" + value + "\n";
    String others = small.text(OPTIONS).replaceAll("0\t" + name + "\t.*\n", "");
    return small.with(OPTIONS, (others + line).getBytes(UTF_8));
  }

  private static byte[] encoded(String declaration, String xml, String encoding) {
    return xml.replaceFirst(
            "<\\?.*\\?>",
            "<?xml version=\"1.0\" encoding=\""
                + encoding.replaceAll("[LB]E$", "")
                + "\"?>"
                + declaration)
        .getBytes(Charset.forName(encoding));
  }

  private static byte[] serialised(Object object) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(object);
    }
    return bytes.toByteArray();
  }
}
