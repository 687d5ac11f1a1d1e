package org.relunet.retraining.report;

import static java.util.stream.Collectors.joining;

import java.util.List;

/** One page that needs no other file. */
final class Html implements Markup {
  @Override
  public String title(String text) {
    return element("h1", escaped(text));
  }

  @Override
  public String heading(String text) {
    return element("h2", escaped(text));
  }

  @Override
  public String paragraph(String text) {
    return element("p", escaped(text));
  }

  @Override
  public String list(List<String> items) {
    return element(
        "ul", items.stream().map(item -> element("li", escaped(item))).collect(joining()));
  }

  @Override
  public String table(List<List<String>> rows) {
    StringBuilder table = new StringBuilder();
    for (int i = 0; i < rows.size(); i++) {
      String cell = i == 0 ? "th" : "td";
      table.append(
          element(
              "tr",
              rows.get(i).stream().map(text -> element(cell, escaped(text))).collect(joining())));
    }
    return element("table", table.toString());
  }

  @Override
  public String document(String title, String body) {
    return """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
        <title>%s</title>
        <style>
        :root { color-scheme: light dark; }
        body { font: 1rem/1.5 system-ui, sans-serif; max-width: 56rem; margin: 2rem auto; padding: 0 1rem; }
        table { border-collapse: collapse; }
        th, td { border: 1px solid; padding: .25rem .75rem; text-align: left; }
        </style>
        </head>
        <body>
        %s%s</body>
        </html>
        """
        .formatted(escaped(title), title(title), body);
  }

  private static String element(String name, String content) {
    return "<" + name + ">" + content + "</" + name + ">\n";
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
