package org.relunet.retraining.report;

import static java.util.stream.Collectors.joining;

import java.util.List;
import org.relunet.common.messages.PlainMarkdown;

/** CommonMark with tables. */
final class Markdown implements Markup {
  @Override
  public String title(String text) {
    return "# " + PlainMarkdown.text(text) + "\n\n";
  }

  @Override
  public String heading(String text) {
    return "## " + PlainMarkdown.text(text) + "\n\n";
  }

  @Override
  public String paragraph(String text) {
    return PlainMarkdown.text(text) + "\n\n";
  }

  @Override
  public String list(List<String> items) {
    return items.stream().map(item -> "- " + PlainMarkdown.text(item) + "\n").collect(joining())
        + "\n";
  }

  @Override
  public String table(List<List<String>> rows) {
    StringBuilder table = new StringBuilder();
    for (int i = 0; i < rows.size(); i++) {
      table.append(
          rows.get(i).stream().map(PlainMarkdown::text).collect(joining(" | ", "| ", " |\n")));
      if (i == 0) {
        table.append("|---".repeat(rows.get(0).size())).append("|\n");
      }
    }
    return table.append("\n").toString();
  }

  @Override
  public String document(String title, String body) {
    return title(title) + body.stripTrailing() + "\n";
  }
}
