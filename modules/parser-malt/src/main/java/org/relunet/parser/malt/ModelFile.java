package org.relunet.parser.malt;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InvalidClassException;
import java.io.InvalidObjectException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.relunet.api.bounded.BoundedZip;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * A model's bytes, checked before MaltParser reads them: MaltParser deserialises whatever it finds,
 * resolves XML entities and loads the classes that options name.
 *
 * @param origin what to call it in errors
 * @param bytes the .mco file, an archive
 */
record ModelFile(String origin, byte[] bytes) {
  /** Models have some 100 MB unpacked at most. */
  private static final BoundedZip ARCHIVE = new BoundedZip(1L << 30, 1_000);

  private static final String NO_DECLARATIONS =
      "http://apache.org/xml/features/disallow-doctype-decl";
  private static final Pattern FOREIGN_CLASS =
      Pattern.compile("\\tclass (?!org\\.maltparser\\.)(\\S*)");

  /**
   * Reads the parts.
   *
   * @throws UnusableModelException if MaltParser must not be given one of them, or it is no model
   */
  ModelContent read() {
    Map<String, Object> objects = new HashMap<>();
    ByteArrayOutputStream others = new ByteArrayOutputStream();
    try (ZipOutputStream copy = new ZipOutputStream(others)) {
      ARCHIVE.read(
          new ByteArrayInputStream(bytes),
          (entry, content) -> {
            String name = entry.getName();
            byte[] part = content.readAllBytes();
            if (name.endsWith(".moo") || name.endsWith(".map")) {
              objects.put(name.substring(name.indexOf('/') + 1), object(name, part));
            } else {
              check(name, part);
              copy.putNextEntry(new ZipEntry(name));
              copy.write(part);
            }
            return true;
          });
    } catch (IOException e) {
      throw new UnusableModelException(
          origin
              + " cannot be read as a MaltParser model, it may be cut short: "
              + e.getMessage()
              + "; train or copy it again",
          e);
    }
    if (objects.isEmpty()) {
      throw new UnusableModelException(
          origin + " is not a complete MaltParser model: no weights in it");
    }
    return new ModelContent(objects, others.toByteArray());
  }

  private Object object(String name, byte[] part) throws IOException {
    try {
      return SerializedObjects.read(part);
    } catch (InvalidClassException | InvalidObjectException e) {
      throw refused(name, "holds " + e.getMessage());
    }
  }

  private void check(String name, byte[] part) throws IOException {
    if (name.endsWith(".xml")) {
      try {
        withoutDeclarations().parse(new ByteArrayInputStream(part));
      } catch (SAXException e) {
        throw refused(name, "is no XML without declarations: " + e.getMessage());
      }
    } else if (name.endsWith(".sop")) {
      Matcher foreign = FOREIGN_CLASS.matcher(new String(part, StandardCharsets.UTF_8));
      if (foreign.find()) {
        throw refused(name, "names the class " + foreign.group(1));
      }
    }
  }

  private static DocumentBuilder withoutDeclarations() {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature(NO_DECLARATIONS, true);
      DocumentBuilder builder = factory.newDocumentBuilder();
      builder.setErrorHandler(new DefaultHandler()); // the usual one prints to standard error
      return builder;
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("this XML parser cannot be made safe", e);
    }
  }

  private UnusableModelException refused(String name, String problem) {
    return new UnusableModelException(
        "refused to load " + origin + ": its part " + name + " " + problem);
  }
}
