package org.relunet.corpus.validation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.relunet.api.triple.RelationSchema;
import org.relunet.common.messages.Excerpt;
import org.relunet.corpus.AnnotatedText;
import org.relunet.corpus.alignment.AlignedText;
import org.relunet.corpus.alignment.DropReason;
import org.relunet.corpus.alignment.DroppedTriple;

/** Counts, text by text, what can be used. For one thread. */
public final class Validation {
  private static final int EXAMPLES = 3;

  private final String source;
  private final RelationSchema schema;
  private final Map<DropReason, Integer> counts = new EnumMap<>(DropReason.class);
  private final Map<DropReason, List<String>> examples = new EnumMap<>(DropReason.class);
  private final Map<String, Integer> unknownRelations = new TreeMap<>();
  private int texts;
  private int usableTexts;
  private int textsWithoutTriples;
  private int listedTriples;
  private int usableTriples;
  private EntityCounts entities = EntityCounts.NONE;

  /**
   * @param source names the data set in messages, usually its file
   * @param schema the relations that the texts were aligned with
   */
  public Validation(String source, RelationSchema schema) {
    this.source = source;
    this.schema = schema;
  }

  /** Counts the text; true if it can be trained on. */
  public boolean add(AlignedText text) {
    AnnotatedText annotated = text.source();
    texts++;
    entities = entities.plus(text);
    listedTriples += annotated.triples().size();
    usableTriples += annotated.triples().size() - text.dropped().size();
    for (DroppedTriple dropped : text.dropped()) {
      drop(
          dropped.reason(),
          annotated,
          dropped.reason() == DropReason.DUPLICATE_TRIPLE
              ? Excerpt.of(dropped.detail(), 200)
              : dropped.detail() + " of " + Excerpt.of(dropped.triple().text().toString(), 200));
      if (dropped.reason() == DropReason.UNKNOWN_RELATION) {
        unknownRelations.merge(dropped.triple().relation(), 1, Integer::sum);
      }
    }
    if (annotated.triples().isEmpty()) {
      textsWithoutTriples++;
    }
    if (text.isUsable()) {
      usableTexts++;
    } else if (text.isEmpty()) {
      drop(DropReason.EMPTY_TEXT, annotated, "no visible character");
    } else {
      drop(DropReason.NO_USABLE_TRIPLE, annotated, "\"" + Excerpt.of(annotated.text()) + "\"");
    }
    return text.isUsable();
  }

  /** What was counted so far. */
  public ValidationReport report() {
    List<DropCount> drops = new ArrayList<>();
    counts.forEach((reason, n) -> drops.add(new DropCount(reason, n, examples.get(reason))));
    return new ValidationReport(
        source,
        texts,
        usableTexts,
        textsWithoutTriples,
        listedTriples,
        usableTriples,
        entities,
        drops,
        unknownRelations,
        schema.relations());
  }

  private void drop(DropReason reason, AnnotatedText text, String what) {
    counts.merge(reason, 1, Integer::sum);
    List<String> shown = examples.computeIfAbsent(reason, r -> new ArrayList<>());
    if (shown.size() < EXAMPLES) {
      shown.add(text.id() + ": " + what);
    }
  }
}
