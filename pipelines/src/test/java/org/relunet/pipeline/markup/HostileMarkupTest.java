package org.relunet.pipeline.markup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.relunet.api.text.CharacterSpan;
import org.relunet.pipeline.input.RecordFormat;

/** A megabyte of whatever marks is read, or refused with the reason, within seconds. */
class HostileMarkupTest {
  private static final int CHARACTERS = 1_000_000;

  @Test
  void aMegabyteOfAnyMarkTakesBoundedTime() {
    List<String> slow = new ArrayList<>();
    for (String unit :
        List.of(
            "*_", "c* ", "a*b_", "_", "[", "![", "![[]()", "[a]\n", "`", "``a`", "<", "&", "&a")) {
      add(slow, RecordFormat.MARKDOWN, "a**b" + unit.repeat(CHARACTERS / unit.length()));
    }
    // blank lines within many lists
    add(slow, RecordFormat.MARKDOWN, "1. ".repeat(CHARACTERS / 6) + "\n".repeat(CHARACTERS / 2));
    for (String unit : List.of("<div>", "<i><table>", "<p><b>", "<", "&a")) {
      add(slow, RecordFormat.HTML, unit.repeat(CHARACTERS / unit.length()));
    }
    assertThat(slow).isEmpty();
  }

  private static void add(List<String> slow, RecordFormat format, String source) {
    long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    String end = "read";
    try {
      Markup.read(format, source);
    } catch (MarkupException e) {
      end = e.getMessage();
      assertThat(e).hasMessageContaining("bounded time");
    }
    long taken = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
    if (taken > 5e9) {
      slow.add(source.substring(0, 20) + " " + taken / 1e9 + " s: " + end);
    }
  }

  @Test
  void aHundredThousandNestedTagsAreRead() throws MarkupException {
    assertThat(Markup.read(RecordFormat.HTML, "<div>".repeat(100_000) + "A").text()).contains("A");
  }

  /** Lists, tables and paragraphs full of emphasis, links and names of variables. */
  @Test
  void aLongDocumentOfUsualMarksIsReadWhole() throws MarkupException {
    String part =
        "- **Ann Lee** *likes* [Bob](http://b.c) and `code` some_snake_case _now_ &amp; x * y\n"
            + "* [ ] done\n\nA paragraph with **many *nested* marks** and ![a](b).\n\n"
            + "|a|b|\n|-|-|\n|**c**|d_e_f|\n\n";
    String source = part.repeat(2 * CHARACTERS / part.length()) + "The end_ of it.";
    VisibleText visible = Markup.read(RecordFormat.MARKDOWN, source);
    int at = visible.text().indexOf("The end_ of it.");
    assertThat(at).isPositive();
    assertThat(visible.map().span(new CharacterSpan(at, at + 3)))
        .isEqualTo(new CharacterSpan(source.length() - 15, source.length() - 12));
  }

  @Test
  void timeThatIsOverEndsTheReading() {
    AtomicLong nanos = new AtomicLong();
    ReadingTime time = new ReadingTime(1000, nanos::get);
    nanos.set(1_002_000_000L);
    assertThat(HtmlText.of("<p>A", time).text()).contains("A");
    nanos.incrementAndGet();
    assertThatThrownBy(() -> HtmlText.of("<p>A", time)).isInstanceOf(ReadingTime.Over.class);
    assertThatThrownBy(() -> MarkdownText.of("A", time)).isInstanceOf(ReadingTime.Over.class);
  }

  @Test
  void stepsAreTakenByMarksThatClose() {
    assertThat(BoundedInlines.steps("a_b_c * d [e] (f) *g")).isEqualTo(1);
    assertThat(BoundedInlines.steps("*a* *b*")).isEqualTo(1 + 3);
    assertThat(BoundedInlines.steps("[[[a]]]]")).isEqualTo(3 + 2 + 1);
  }
}
