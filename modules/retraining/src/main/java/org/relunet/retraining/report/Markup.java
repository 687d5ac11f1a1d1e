package org.relunet.retraining.report;

import java.util.List;

/** How a report is written. */
interface Markup {
  String title(String text);

  String heading(String text);

  String paragraph(String text);

  String list(List<String> items);

  /** The first row is the heads of the columns. */
  String table(List<List<String>> rows);

  /** The whole, of its parts. */
  String document(String title, String body);
}
