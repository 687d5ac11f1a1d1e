package org.relunet.pipeline.fact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.relunet.api.text.CharacterSpan;
import org.relunet.api.triple.Extraction;
import org.relunet.api.triple.Mention;
import org.relunet.api.triple.Triple;
import org.relunet.pipeline.name.Name;

/** The facts of one document. */
public final class DocumentFacts {
  private record Key(String subject, String relation, String object) {}

  private record Place(CharacterSpan subject, CharacterSpan object) {}

  private DocumentFacts() {}

  /**
   * Merges the triples that say the same.
   *
   * @return in the order of their first places
   */
  public static List<Fact> of(Extraction extraction) {
    DocumentNames names = new DocumentNames(extraction);
    Map<Key, List<Triple>> merged = new LinkedHashMap<>();
    for (Triple triple : extraction.triples()) {
      Key key = new Key(names.key(triple.subject()), triple.relation(), names.key(triple.object()));
      merged.computeIfAbsent(key, none -> new ArrayList<>()).add(triple);
    }
    List<Fact> facts = new ArrayList<>();
    merged.forEach(
        (key, triples) ->
            facts.add(
                new Fact(
                    new FactEntity(longest(triples, Triple::subject), key.subject()),
                    new FactEntity(longest(triples, Triple::object), key.object()),
                    places(triples))));
    return facts;
  }

  /** The extraction with each fact once, as a triple whose mentions have the entities' names. */
  public static Extraction merged(Extraction extraction) {
    return new Extraction(
        extraction.document(),
        of(extraction).stream().map(Fact::asTriple).toList(),
        extraction.sentences(),
        extraction.modelVersion());
  }

  /** One for each pair of mentions: the more confident, where two windows found it. */
  private static List<Triple> places(List<Triple> triples) {
    Map<Place, Triple> places = new LinkedHashMap<>();
    for (Triple triple : triples) {
      places.merge(
          new Place(triple.subject().span(), triple.object().span()),
          triple,
          (one, other) -> other.confidence() > one.confidence() ? other : one);
    }
    return List.copyOf(places.values());
  }

  private static String longest(List<Triple> triples, Function<Triple, Mention> side) {
    return triples.stream()
        .map(triple -> Name.of(side.apply(triple).text()))
        .max(Comparator.comparingInt(String::length))
        .orElseThrow();
  }
}
