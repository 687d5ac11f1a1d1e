package org.relunet.api.untrusted;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** Builds elements as the parser tells of them, and refuses those that the form does not have. */
final class XmlTree extends DefaultHandler {
  private static final int DEEPEST = 32;

  private final XmlForm form;
  private final Deque<Open> open = new ArrayDeque<>();
  private XmlElement root;

  /** An element whose end has not come. */
  private record Open(
      String name,
      SortedMap<String, String> attributes,
      List<XmlElement> children,
      StringBuilder text) {}

  XmlTree(XmlForm form) {
    this.form = form;
  }

  XmlElement root() {
    return root;
  }

  @Override
  public void startElement(String uri, String local, String name, Attributes given)
      throws SAXException {
    if (open.size() == DEEPEST) {
      throw new SAXException("more than " + DEEPEST + " elements within each other");
    }
    SortedMap<String, String> attributes = new TreeMap<>();
    for (int i = 0; i < given.getLength(); i++) {
      attributes.put(given.getQName(i), given.getValue(i));
    }
    form.require(open.isEmpty(), name, attributes.keySet());
    open.push(
        new Open(
            name,
            Collections.unmodifiableSortedMap(attributes),
            new ArrayList<>(),
            new StringBuilder()));
  }

  @Override
  public void characters(char[] characters, int start, int length) {
    open.element().text.append(characters, start, length);
  }

  @Override
  public void endElement(String uri, String local, String name) {
    Open done = open.pop();
    XmlElement element =
        new XmlElement(
            done.name, done.attributes, List.copyOf(done.children), done.text.toString());
    if (open.isEmpty()) {
      root = element;
    } else {
      open.element().children.add(element);
    }
  }

  @Override
  public InputSource resolveEntity(String publicId, String systemId) {
    return StrictXml.nothing();
  }

  @Override
  public void fatalError(SAXParseException e) throws SAXException {
    throw new SAXException("line " + e.getLineNumber() + ": " + e.getMessage(), e);
  }
}
