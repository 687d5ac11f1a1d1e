package org.relunet.pipeline.markup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Block;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/**
 * The visible text of Markdown (CommonMark with tables), as commonmark-java reads it. Blocks of
 * code and images are left out; headings, items of lists and cells are paragraphs; blocks of HTML
 * are read as HTML.
 */
final class MarkdownText {
  private final VisibleTextBuilder to;
  private final ReadingTime time;
  private int last;

  private MarkdownText(VisibleTextBuilder to, ReadingTime time) {
    this.to = to;
    this.time = time;
  }

  static VisibleText of(String markdown, ReadingTime time) throws MarkupException {
    OpenBrackets.check(markdown);
    VisibleTextBuilder to = new VisibleTextBuilder(markdown);
    new MarkdownText(to, time).walk(parse(markdown, time));
    return to.build();
  }

  private static Node parse(String markdown, ReadingTime time) {
    Parser parser =
        Parser.builder()
            .extensions(List.of(TablesExtension.create()))
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .inlineParserFactory(context -> new BoundedInlines(context, time))
            .customInlineContentParserFactory(BoundedInlines.watch(time))
            .build();
    try {
      return parser.parseReader(time.reader(markdown));
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory cannot be read", e);
    }
  }

  /** Without recursion: a hostile document is as deep as it is long. */
  private void walk(Node document) {
    Node node = document;
    while (node != null) {
      boolean inner = enter(node) && node.getFirstChild() != null;
      if (inner) {
        node = node.getFirstChild();
        continue;
      }
      leave(node);
      while (node != document && node.getNext() == null) {
        node = node.getParent();
        leave(node);
      }
      node = node == document ? null : node.getNext();
    }
  }

  /** Whether what the node holds is to be read. */
  private boolean enter(Node node) {
    List<SourceSpan> spans = node.getSourceSpans();
    int start = spans.isEmpty() ? last : spans.get(0).getInputIndex();
    int end = spans.isEmpty() ? last : end(spans.get(spans.size() - 1));
    if (node instanceof Block || node instanceof TableCell) {
      to.endParagraph(start);
    }
    if (node instanceof Text text) {
      new Alignment(to, false).add(text.getLiteral(), start, end);
    } else if (node instanceof Code code) {
      code(code.getLiteral(), start, end);
    } else if (node instanceof SoftLineBreak || node instanceof HardLineBreak) {
      to.endLine(start);
    } else if (node instanceof HtmlBlock) {
      HtmlText.read(to.source().substring(start, end), start, to, time);
    }
    last = Math.max(last, node.getFirstChild() == null ? end : start);
    return !(node instanceof FencedCodeBlock
        || node instanceof IndentedCodeBlock
        || node instanceof HtmlBlock
        || node instanceof HtmlInline
        || node instanceof Image
        || node instanceof LinkReferenceDefinition);
  }

  private void leave(Node node) {
    if (node instanceof Block || node instanceof TableCell) {
      to.endParagraph(last);
    }
  }

  private void code(String literal, int start, int end) {
    int within = to.source().substring(start, end).indexOf(literal);
    if (within >= 0) {
      for (int i = 0; i < literal.length(); i++) {
        to.add(literal.charAt(i), start + within + i);
      }
    } else {
      to.add(literal, start, end);
    }
  }

  private static int end(SourceSpan span) {
    return span.getInputIndex() + span.getLength();
  }
}
