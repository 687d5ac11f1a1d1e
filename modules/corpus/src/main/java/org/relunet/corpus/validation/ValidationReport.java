package org.relunet.corpus.validation;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.relunet.common.messages.Count;
import org.relunet.corpus.CorpusException;
import org.relunet.corpus.alignment.DropReason;

/**
 * What of a data set can be trained on, and what is dropped and why.
 *
 * @param source names the data set in messages, usually its file
 * @param texts number of texts
 * @param usableTexts texts that can be trained on, those without any triple included
 * @param textsWithoutTriples texts whose annotation lists no triple
 * @param listedTriples number of triples, repetitions included
 * @param usableTriples listed triples that could be aligned with the words
 * @param entities what is listed beside the triples
 * @param drops by reason, in the order of {@link DropReason}; reasons that did not occur are absent
 * @param unknownRelations relations that the schema lacks, with the number of their triples
 * @param schemaRelations the relations of the schema
 */
public record ValidationReport(
    String source,
    int texts,
    int usableTexts,
    int textsWithoutTriples,
    int listedTriples,
    int usableTriples,
    EntityCounts entities,
    List<DropCount> drops,
    Map<String, Integer> unknownRelations,
    List<String> schemaRelations) {
  public ValidationReport {
    requireNonNull(source, "source");
    drops = List.copyOf(drops);
    unknownRelations = Collections.unmodifiableMap(new TreeMap<>(unknownRelations));
    schemaRelations = List.copyOf(schemaRelations);
  }

  /** How many triples or texts were dropped for the reason. */
  public int dropped(DropReason reason) {
    return drops.stream()
        .filter(d -> d.reason() == reason)
        .mapToInt(DropCount::count)
        .findFirst()
        .orElse(0);
  }

  /** Readable lines, without a line end: what is used, then every reason with examples. */
  public List<String> lines() {
    return lines(false);
  }

  /**
   * The same lines after the findings of {@link org.relunet.corpus.check.CorpusCheck}.
   *
   * @param offsetsTold whether a finding tells of this data set's offsets: the triples that are
   *     dropped for them then refer to it, without examples of their own
   */
  public List<String> lines(boolean offsetsTold) {
    List<String> lines = new ArrayList<>();
    lines.add(
        source
            + ": "
            + usableTexts
            + " of "
            + texts
            + " texts and "
            + usableTriples
            + " of "
            + listedTriples
            + " triples can be used"
            + (textsWithoutTriples > 0
                ? "; "
                    + Count.of(textsWithoutTriples, "text lists no triple", "texts list no triple")
                : ""));
    lines.addAll(entities.lines(texts));
    for (DropCount drop : drops) {
      if (drop.reason() != DropReason.NO_USABLE_TRIPLE) {
        boolean refers = offsetsTold && drop.reason() == DropReason.OFFSETS_DO_NOT_MATCH;
        lines.add(
            "  dropped "
                + Count.of(drop.count(), drop.reason().concernsText() ? "text" : "triple")
                + ": "
                + drop.reason().explanation()
                + (refers ? ": see the offsets above" : ""));
        (refers ? List.<String>of() : details(drop)).forEach(detail -> lines.add("    " + detail));
      }
    }
    int left = dropped(DropReason.NO_USABLE_TRIPLE);
    if (left > 0) {
      lines.add(
          "  "
              + Count.of(
                  left,
                  "text is left out for that: none of its triples can be used",
                  "texts are left out for that: none of their triples can be used"));
    }
    return List.copyOf(lines);
  }

  private List<String> details(DropCount drop) {
    return drop.reason() == DropReason.UNKNOWN_RELATION
        ? List.of(new UnknownRelations(unknownRelations, schemaRelations).line())
        : drop.examples();
  }

  /**
   * Does nothing if there is something to train on.
   *
   * @throws CorpusException if no triple can be used: the message holds {@link #lines} and says
   *     what to do
   */
  public void requireUsableTriples() {
    if (usableTriples > 0) {
      return;
    }
    String remedy;
    if (listedTriples == 0) {
      remedy = "it lists no triple at all; name a file whose texts have annotated triples";
    } else if (dropped(DropReason.UNKNOWN_RELATION) > 0) {
      remedy =
          "use the relation schema that belongs to this data, or none, so that it is collected from"
              + " the data";
    } else {
      remedy = "entities must be stretches of their text, character by character";
    }
    throw new CorpusException(
        source
            + ": no triple can be used for training: "
            + remedy
            + System.lineSeparator()
            + String.join(System.lineSeparator(), lines()));
  }
}
