package org.relunet.pipeline.markup;

import java.util.Set;
import org.commonmark.internal.InlineParserImpl;
import org.commonmark.node.Node;
import org.commonmark.parser.InlineParser;
import org.commonmark.parser.InlineParserContext;
import org.commonmark.parser.SourceLines;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;

/**
 * commonmark-java's parser of what stands in a paragraph, which looks at the time: at each mark
 * that it may search from to the paragraph's end, and before it pairs emphasis and brackets, which
 * walks from each that closes past all that are open.
 */
final class BoundedInlines implements InlineParser {
  private final InlineParser parser;
  private final ReadingTime time;

  BoundedInlines(InlineParserContext context, ReadingTime time) {
    this.parser = new InlineParserImpl(context);
    this.time = time;
  }

  @Override
  public void parse(SourceLines lines, Node node) {
    time.require(steps(lines.getContent()));
    parser.parse(lines, node);
  }

  /** How many open marks are walked past at most. */
  static long steps(String paragraph) {
    long steps = 0;
    long runs = 0;
    long brackets = 0;
    int length = paragraph.length();
    for (int at = 0; at < length; at++) {
      char c = paragraph.charAt(at);
      if (c == '[') {
        brackets++;
      } else if (c == ']') {
        steps += brackets;
        brackets = Math.max(0, brackets - 1);
      } else if (c == '*' || c == '_') {
        int start = at;
        while (at + 1 < length && paragraph.charAt(at + 1) == c) {
          at++;
        }
        if (closes(paragraph, start, at + 1)) {
          steps += runs;
        }
        runs++;
      }
    }
    return steps;
  }

  /** Not where white space is before it; underscores within a word are letters. */
  private static boolean closes(String paragraph, int start, int end) {
    return start > 0
        && !Character.isWhitespace(paragraph.charAt(start - 1))
        && !(paragraph.charAt(start) == '_'
            && end < paragraph.length()
            && Character.isLetterOrDigit(paragraph.charAt(end)));
  }

  /** Looks at the time at each mark, and leaves it to the other parsers. */
  static InlineContentParserFactory watch(ReadingTime time) {
    return new InlineContentParserFactory() {
      @Override
      public Set<Character> getTriggerCharacters() {
        return Set.of('<', '`', '[', '!', ']', '&', '\\');
      }

      @Override
      public InlineContentParser create() {
        return new Watch(time);
      }
    };
  }

  private static final class Watch implements InlineContentParser {
    private static final int MARKS = 64;

    private final ReadingTime time;
    private int marks;

    Watch(ReadingTime time) {
      this.time = time;
    }

    @Override
    public ParsedInline tryParse(InlineParserState state) {
      if (++marks % MARKS == 0) {
        time.check();
      }
      return ParsedInline.none();
    }
  }
}
