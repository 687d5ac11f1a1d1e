package org.relunet.api.untrusted;

import java.util.List;
import java.util.SortedMap;

/**
 * An element of XML and what is in it; nothing that a parser could act on is left.
 *
 * @param name without a namespace
 * @param attributes as they stood in the document: a declaration may not have added any
 * @param children elements inside, in order
 * @param text the characters directly inside, around the children
 */
public record XmlElement(
    String name, SortedMap<String, String> attributes, List<XmlElement> children, String text) {}
