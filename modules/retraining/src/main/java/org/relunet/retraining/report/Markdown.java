package org.relunet.retraining.report;

import static java.util.stream.Collectors.joining;

import java.util.List;

/** CommonMark with tables. */
final class Markdown implements Markup {
  @Override
  public String title(String text) {
    return "# " + plain(text) + "\n\n";
  }

  @Override
  public String heading(String text) {
    return "## " + plain(text) + "\n\n";
  }

  @Override
  public String paragraph(String text) {
    return plain(text) + "\n\n";
  }

  @Override
  public String list(List<String> items) {
    return items.stream().map(item -> "- " + plain(item) + "\n").collect(joining()) + "\n";
  }

  @Override
  public String table(List<List<String>> rows) {
    StringBuilder table = new StringBuilder();
    for (int i = 0; i < rows.size(); i++) {
      table.append(rows.get(i).stream().map(Markdown::plain).collect(joining(" | ", "| ", " |\n")));
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

  /** Names of relations and files are shown as they are, whatever marks they contain. */
  private static String plain(String text) {
    return text.replaceAll("\\R", " ").replaceAll("([\\\\`*_\\[\\]<>|#])", "\\\\$1");
  }
}
