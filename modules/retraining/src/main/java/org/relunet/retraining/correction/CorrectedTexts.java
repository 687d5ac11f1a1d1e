package org.relunet.retraining.correction;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.relunet.corpus.AnnotatedText;
import org.relunet.corpus.AnnotatedTriple;
import org.relunet.corpus.Entity;
import org.relunet.corpus.LocatedEntity;

/**
 * Corrections put together by text, in the order of their making. A text with all its triples
 * stands for all that was said of it before. A verdict changes what is known: of a text that nobody
 * annotated, a rejection also says that the text has no other triple of that relation than those
 * accepted, and an acceptance says nothing of others.
 */
public final class CorrectedTexts {
  private final Map<String, AnnotatedText> known;
  private final Map<String, AnnotatedText> corrected = new LinkedHashMap<>();

  private CorrectedTexts(Map<String, AnnotatedText> known) {
    this.known = known;
  }

  /**
   * The texts as they are after all corrections, each once.
   *
   * @param known annotated texts that verdicts may be about, by their folded text
   */
  public static List<AnnotatedText> of(
      List<Correction> corrections, Map<String, AnnotatedText> known) {
    CorrectedTexts texts = new CorrectedTexts(known);
    corrections.forEach(texts::add);
    return List.copyOf(texts.corrected.values());
  }

  private void add(Correction correction) {
    AnnotatedText said = correction.text();
    String key = said.folded();
    AnnotatedText after =
        correction.verdict().map(verdict -> judged(before(said), said, verdict)).orElse(said);
    corrected.remove(key); // the last one corrected comes last
    corrected.put(key, after);
  }

  /** What was known of the text before; nothing of any relation where nobody annotated it. */
  private AnnotatedText before(AnnotatedText said) {
    AnnotatedText text = corrected.getOrDefault(said.folded(), known.get(said.folded()));
    return text != null && text.text().equals(said.text())
        ? text
        : new AnnotatedText(
            said.id(), said.text(), List.of(), Optional.empty(), Optional.of(List.of()));
  }

  private static AnnotatedText judged(AnnotatedText before, AnnotatedText said, Verdict verdict) {
    AnnotatedTriple about = said.triples().get(0);
    List<AnnotatedTriple> triples = new ArrayList<>(before.triples());
    triples.removeIf(triple -> same(triple, about));
    TreeSet<String> annotated = new TreeSet<>(before.annotated().orElse(List.of()));
    switch (verdict) {
      case ACCEPT -> triples.add(about);
      case REJECT -> annotated.add(about.relation());
      case EDIT -> {
        AnnotatedTriple replacement = said.triples().get(1);
        triples.removeIf(triple -> same(triple, replacement));
        triples.add(replacement);
        annotated.add(about.relation());
      }
    }
    return new AnnotatedText(
        before.id(),
        before.text(),
        triples,
        before.entities(),
        before.annotated().isEmpty() ? Optional.empty() : Optional.of(List.copyOf(annotated)),
        before.notInText());
  }

  private static boolean same(AnnotatedTriple one, AnnotatedTriple other) {
    return one.relation().equals(other.relation())
        && same(one.subject(), other.subject())
        && same(one.object(), other.object());
  }

  /** An entity without a place is any of its name. */
  private static boolean same(Entity one, Entity other) {
    return one.text().equals(other.text())
        && (!(one instanceof LocatedEntity here)
            || !(other instanceof LocatedEntity there)
            || here.span().equals(there.span()));
  }
}
