package org.relunet.retraining.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.relunet.common.replacement.Replacement;

/**
 * What a run did.
 *
 * @param run its name
 * @param facts of the run, by name
 * @param outcome in a sentence
 * @param scores that were measured, by name
 * @param stages in their order
 */
public record RunReport(
    String run,
    Map<String, String> facts,
    String outcome,
    Map<String, Double> scores,
    List<StageLine> stages) {
  /** Name of the page. */
  public static final String HTML = "report.html";

  /** Name of the text. */
  public static final String MARKDOWN = "report.md";

  /**
   * A stage.
   *
   * @param notes a line each
   */
  public record StageLine(String name, double seconds, List<String> notes) {}

  /** Writes the text, then the page. */
  public void write(Path directory) throws IOException {
    Replacement.writePrivate(directory.resolve(MARKDOWN), in(new Markdown()));
    Replacement.writePrivate(directory.resolve(HTML), in(new Html()));
  }

  private String in(Markup markup) {
    StringBuilder body = new StringBuilder(markup.paragraph(outcome));
    List<List<String>> table = new ArrayList<>(List.of(List.of("what", "value")));
    facts.forEach((name, value) -> table.add(List.of(name, value)));
    body.append(markup.table(table));
    if (!scores.isEmpty()) {
      List<List<String>> measured = new ArrayList<>(List.of(List.of("score", "value")));
      new TreeMap<>(scores)
          .forEach(
              (name, value) ->
                  measured.add(List.of(name, String.format(Locale.ROOT, "%.1f", 100 * value))));
      body.append(markup.heading("Scores")).append(markup.table(measured));
    }
    for (StageLine stage : stages) {
      body.append(
          markup.heading(String.format(Locale.ROOT, "%s, %.1f s", stage.name(), stage.seconds())));
      if (!stage.notes().isEmpty()) {
        body.append(markup.list(stage.notes()));
      }
    }
    return markup.document("Retraining " + run, body.toString());
  }
}
