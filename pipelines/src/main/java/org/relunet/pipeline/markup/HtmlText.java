package org.relunet.pipeline.markup;

import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/**
 * The visible text of HTML, as jsoup reads it. Head, scripts, styles and comments are left out;
 * what a browser shows as a block of its own is a paragraph, and so is a cell of a table.
 */
final class HtmlText implements NodeVisitor {
  private static final Set<String> SKIPPED =
      Set.of(
          "head",
          "script",
          "style",
          "template",
          "noscript",
          "svg",
          "math",
          "iframe",
          "object",
          "noframes",
          "noembed",
          "textarea");
  private static final Set<String> CELLS =
      Set.of("td", "th", "tr", "caption", "option", "dt", "dd", "li", "summary", "button");
  private static final Set<String> AS_WRITTEN = Set.of("pre", "listing", "xmp");

  private final VisibleTextBuilder to;
  private final int offset;
  private int last;
  private int skipped;
  private int asWritten;

  private HtmlText(VisibleTextBuilder to, int offset) {
    this.to = to;
    this.offset = offset;
    this.last = offset;
  }

  static VisibleText of(String html, ReadingTime time) {
    VisibleTextBuilder to = new VisibleTextBuilder(html);
    read(html, 0, to, time);
    return to.build();
  }

  /** Adds what is visible of a part of a document that stands at {@code offset} of it. */
  static void read(String html, int offset, VisibleTextBuilder to, ReadingTime time) {
    Parser parser = Parser.htmlParser().setTrackPosition(true);
    NodeTraversor.traverse(new HtmlText(to, offset), parser.parseInput(time.reader(html), ""));
  }

  @Override
  public void head(Node node, int depth) {
    if (node instanceof Element element) {
      enter(element);
    } else if (node instanceof TextNode text && skipped == 0) {
      add(text);
    }
  }

  private void enter(Element element) {
    String name = element.normalName();
    if (element.sourceRange().isTracked()) {
      last = Math.max(last, offset + element.sourceRange().startPos());
    }
    skipped += SKIPPED.contains(name) ? 1 : 0;
    asWritten += AS_WRITTEN.contains(name) ? 1 : 0;
    if (name.equals("br")) {
      to.endLine(last);
    } else if (separates(element)) {
      to.endParagraph(last);
    } else if (skipped == 0 && name.equals("sup")) {
      // "Bean<sup>1</sup>"
      to.addSpace(last);
    }
  }

  @Override
  public void tail(Node node, int depth) {
    if (node instanceof Element element) {
      String name = element.normalName();
      if (separates(element)) {
        to.endParagraph(last);
      }
      skipped -= SKIPPED.contains(name) ? 1 : 0;
      asWritten -= AS_WRITTEN.contains(name) ? 1 : 0;
    }
  }

  private boolean separates(Element element) {
    return skipped == 0
        && !element.normalName().equals("br")
        && (element.isBlock() || CELLS.contains(element.normalName()));
  }

  private void add(TextNode text) {
    int start = last;
    int end = last;
    if (text.sourceRange().isTracked()) {
      start = offset + text.sourceRange().startPos();
      end = offset + text.sourceRange().endPos();
    }
    new Alignment(to, asWritten == 0).add(text.getWholeText(), start, end);
    last = Math.max(last, end);
  }
}
