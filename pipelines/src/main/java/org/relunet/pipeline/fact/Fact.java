package org.relunet.pipeline.fact;

import java.util.Comparator;
import java.util.List;
import org.relunet.api.triple.Mention;
import org.relunet.api.triple.Triple;

/**
 * A fact of a document.
 *
 * @param subject the subject
 * @param object the object
 * @param places the triples that say it, in the order of the text; at least one
 */
public record Fact(FactEntity subject, FactEntity object, List<Triple> places) {
  public Fact {
    places = List.copyOf(places);
  }

  public String relation() {
    return places.get(0).relation();
  }

  /** IRI of the relation; empty where it has none. */
  public String relationIri() {
    return places.get(0).relationIri();
  }

  /** The highest confidence of its places. */
  public double confidence() {
    return best().confidence();
  }

  /** The fact as a triple: the place of the highest confidence, with the entities' names. */
  public Triple asTriple() {
    Triple best = best();
    return new Triple(
        new Mention(subject.text(), best.subject().span()),
        best.relation(),
        new Mention(object.text(), best.object().span()),
        best.confidence(),
        best.sentence(),
        best.relationIri());
  }

  private Triple best() {
    return places.stream().max(Comparator.comparingDouble(Triple::confidence)).orElseThrow();
  }
}
