package org.relunet.api.untrusted;

import java.util.Map;
import java.util.Set;
import org.xml.sax.SAXException;

/**
 * The elements that a kind of document has.
 *
 * @param root name of the outermost
 * @param attributes names of the attributes that each element may have, by its name
 */
public record XmlForm(String root, Map<String, Set<String>> attributes) {
  public XmlForm {
    attributes = Map.copyOf(attributes);
  }

  void require(boolean outermost, String name, Set<String> given) throws SAXException {
    if (outermost != name.equals(root) || !attributes.containsKey(name)) {
      throw new SAXException(
          "the element " + ArchiveParts.printable(name) + " is not allowed here");
    }
    for (String attribute : given) {
      if (!attributes.get(name).contains(attribute)) {
        throw new SAXException(
            "the element "
                + name
                + " may not have the attribute "
                + ArchiveParts.printable(attribute));
      }
    }
  }
}
