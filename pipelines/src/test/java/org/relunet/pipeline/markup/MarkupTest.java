package org.relunet.pipeline.markup;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.relunet.api.text.CharacterSpan;
import org.relunet.pipeline.input.RecordFormat;

class MarkupTest {
  private static final Pattern WORD = Pattern.compile("\\S+");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <p>Alan <b>Bean</b></p><p>flew.</p>            | Alan Bean¶flew.¶
          A<div>B</div>C                                 | A¶B¶C¶
          <b>Al</b>an                                    | Alan¶
          AT&amp;T &eacute;t&#xE9; &lt;x&gt;             | AT&T été <x>¶
          A<script>x</script><style>y</style><!-- z -->B | AB¶
          <head><title>x</title></head>A                 | A¶
          <ul><li>A<li>B</ul>                            | A¶B¶
          <table><tr><td>A</td><td>B</td></tr></table>   | A¶B¶
          Bean<sup>1</sup>                               | Bean 1¶
          """)
  void aPageIsWhatABrowserShows(String page, String visible) throws MarkupException {
    assertThat(shown(RecordFormat.HTML, page)).isEqualTo(visible);
  }

  @Test
  void whiteSpaceOfAPageCollapses() throws MarkupException {
    assertThat(Markup.read(RecordFormat.HTML, "<p>Alan\n\n  Bean<br>flew</p>").text().strip())
        .isEqualTo("Alan Bean\nflew");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '@',
      value = {
        "# Alan¶**Bean** *flew* to [Texas](http://x.y)@Alan¶Bean flew to Texas¶",
        "- A¶- B@A¶B¶",
        "A `b` \\*c\\* &amp; ![d](e)@A b *c* & ¶",
        "```¶code¶```¶A@A¶",
        "> A¶> B@A B¶",
        "|A|B|¶|-|-|¶|C|D|@A¶B¶C¶D¶",
        "<div>A &amp; B</div>@A & B¶",
        "A <b>B</b>@A B¶",
      })
  void markdownIsWhatAReaderSees(String source, String visible) throws MarkupException {
    String lines = source.startsWith("#") ? "\n\n" : "\n";
    assertThat(shown(RecordFormat.MARKDOWN, source.replace("¶", lines))).isEqualTo(visible);
  }

  private static String shown(RecordFormat format, String source) throws MarkupException {
    return Markup.read(format, source).text().replace("\n\n", "¶").replace('\n', ' ');
  }

  @Test
  void everyWordIsFoundInTheOriginal() throws MarkupException {
    String page =
        "<html><body><h1>Alan &amp; Bean</h1>\r\n<p>was\tborn <i>in</i>&nbsp;Texas&period; \uD83D\uDE00"
            + " <table>&eacute;<td>cell</table> end";
    assertWordsStandThere(RecordFormat.HTML, page);
    String markdown =
        "Setext\n===\n\n1. one &copy; **two**\n   three\n\n> four \\_five\\_\n\n<p>six &amp; x</p>\n";
    assertWordsStandThere(RecordFormat.MARKDOWN, markdown);
  }

  private static void assertWordsStandThere(RecordFormat format, String source)
      throws MarkupException {
    VisibleText visible = Markup.read(format, source);
    Matcher word = WORD.matcher(visible.text());
    while (word.find()) {
      CharacterSpan span = visible.map().span(new CharacterSpan(word.start(), word.end()));
      String there = source.substring(span.start(), span.end());
      if (!there.contains("&") && !there.contains("\\")) {
        assertThat(there).isEqualTo(word.group());
      }
    }
  }

  /** Spans are in order and inside the original, whatever is written. */
  @Test
  void noMarkupIsTooBroken() throws MarkupException {
    String[] parts = {
      "<p>",
      "</p>",
      "<b",
      ">",
      "a",
      " ",
      "\n",
      "&",
      "amp;",
      "*",
      "_",
      "[",
      "](",
      ")",
      "`",
      "<!--",
      "-->",
      "<table>",
      "<td>",
      "<script>",
      "</script>",
      "\uD83D\uDE00",
      "\0",
      "|",
      "- ",
      "> ",
      "\\",
      "#",
      "\r"
    };
    Random random = new Random(1);
    for (int i = 0; i < 500; i++) {
      StringBuilder source = new StringBuilder();
      for (int length = random.nextInt(40); length > 0; length--) {
        source.append(parts[random.nextInt(parts.length)]);
      }
      for (RecordFormat format : List.of(RecordFormat.HTML, RecordFormat.MARKDOWN)) {
        VisibleText visible = Markup.read(format, source.toString());
        for (int at = 0; at < visible.text().length(); at++) {
          CharacterSpan span = visible.map().span(new CharacterSpan(at, at + 1));
          assertThat(span.end()).as(source.toString()).isLessThanOrEqualTo(source.length());
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"HTML", "MARKDOWN"})
  void hostileNestingTakesBoundedTime(RecordFormat format) {
    List<String> slow = new ArrayList<>();
    for (String unit :
        List.of(
            "<div>",
            "<b>",
            "<b><p>",
            "<table><tr><td>",
            "<a>",
            "<font><div>",
            "<",
            "<!--",
            "&",
            "> ",
            "- ",
            "*a ",
            "[",
            "![",
            "[a](",
            "`",
            "|a|\n|-|\n",
            "- a\n",
            "<svg>",
            "<x a=b ")) {
      long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      try {
        Markup.read(format, unit.repeat(20_000 / unit.length()));
      } catch (MarkupException e) {
        assertThat(e).hasMessageContaining("bounded time");
      }
      long taken = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
      if (taken > 2e9) {
        slow.add(unit);
      }
    }
    assertThat(slow).isEmpty();
  }
}
