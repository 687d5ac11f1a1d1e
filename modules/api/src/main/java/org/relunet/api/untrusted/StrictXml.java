package org.relunet.api.untrusted;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * XML from strangers. It is parsed by the JDK's own parser, in whatever encoding it is, so that no
 * declaration is overlooked for being written otherwise; one with a DOCTYPE is refused. What a
 * library then gets is the same elements written anew, in UTF-8.
 */
public final class StrictXml {
  private static final String NO_DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";
  private static final String GENERAL = "http://xml.org/sax/features/external-general-entities";
  private static final String PARAMETERS =
      "http://xml.org/sax/features/external-parameter-entities";
  private static final String EXTERNAL =
      "http://apache.org/xml/features/nonvalidating/load-external-dtd";

  private StrictXml() {}

  /**
   * The document's root.
   *
   * @throws IOException if it is not well-formed, has a DOCTYPE, or is of no form that is known
   */
  public static XmlElement parse(byte[] document, XmlForm form) throws IOException {
    XmlTree tree = new XmlTree(form);
    try {
      parser().parse(new ByteArrayInputStream(document), tree);
    } catch (SAXException e) {
      throw new IOException(
          "is not XML without a DOCTYPE, of the known form: " + e.getMessage(), e);
    }
    return tree.root();
  }

  /** The same element as parsed, and what is in it, as a document in UTF-8. */
  public static byte[] write(XmlElement root) {
    StringBuilder text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    append(root, text);
    return text.append('\n').toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void append(XmlElement element, StringBuilder text) {
    text.append('<').append(element.name());
    element
        .attributes()
        .forEach(
            (name, value) -> {
              text.append(' ').append(name).append("=\"");
              escape(value, text);
              text.append('"');
            });
    text.append('>');
    escape(element.text(), text);
    element.children().forEach(child -> append(child, text));
    text.append("</").append(element.name()).append('>');
  }

  private static void escape(String value, StringBuilder text) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '<' -> text.append("&lt;");
        case '>' -> text.append("&gt;");
        case '&' -> text.append("&amp;");
        case '"' -> text.append("&quot;");
        case '\t', '\n', '\r' -> text.append("&#").append((int) c).append(';');
        default -> text.append(c);
      }
    }
  }

  private static SAXParser parser() {
    try {
      SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature(NO_DOCTYPE, true);
      factory.setFeature(GENERAL, false);
      factory.setFeature(PARAMETERS, false);
      factory.setFeature(EXTERNAL, false);
      factory.setXIncludeAware(false);
      SAXParser parser = factory.newSAXParser();
      parser.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      parser.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
      return parser;
    } catch (ParserConfigurationException | SAXException e) {
      throw new IllegalStateException("this Java's XML parser can't be made safe", e);
    }
  }

  /** What an entity would be read from, if one got past the parser: nothing. */
  static InputSource nothing() {
    return new InputSource(new StringReader(""));
  }
}
