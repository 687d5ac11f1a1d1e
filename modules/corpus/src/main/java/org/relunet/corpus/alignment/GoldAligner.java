package org.relunet.corpus.alignment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.relunet.api.text.Sentence;
import org.relunet.api.text.Token;
import org.relunet.api.text.TokenSpan;
import org.relunet.api.triple.RelationSchema;
import org.relunet.api.triple.SentenceLabels;
import org.relunet.api.triple.WordEntity;
import org.relunet.api.triple.WordTriple;
import org.relunet.corpus.AnnotatedEntity;
import org.relunet.corpus.AnnotatedText;
import org.relunet.corpus.AnnotatedTriple;
import org.relunet.corpus.CorpusException;
import org.relunet.corpus.Entity;

/** Aligns the triples of annotated texts with the texts' words. Thread-safe. */
public final class GoldAligner {
  /** Of one triple: a hundred mentions of either entity are more than any sane text has. */
  private static final int MOST_PAIRS = 10_000;

  private final RelationSchema schema;
  private final MentionPolicy policy;
  private final boolean separatedStops;

  /** For words of a tokenizer, which leaves a full stop only to abbreviations. */
  public GoldAligner(RelationSchema schema, MentionPolicy policy) {
    this(schema, policy, false);
  }

  /**
   * @param schema the relations that can be learned
   * @param policy which mention is meant where the annotation leaves it open
   * @param separatedStops whether white space separates words and full stops, so that one at a
   *     word's end is always part of its entity
   */
  public GoldAligner(RelationSchema schema, MentionPolicy policy, boolean separatedStops) {
    this.schema = schema;
    this.policy = policy;
    this.separatedStops = separatedStops;
  }

  /**
   * @param text an annotated text
   * @param sentences what the tokenizer made of {@code text.text()}, in order
   * @throws CorpusException if the schema lacks a relation that the text says is annotated
   */
  public AlignedText align(AnnotatedText text, List<Sentence> sentences) {
    List<Token> words = sentences.stream().flatMap(s -> s.tokens().stream()).toList();
    MentionFinder finder = new MentionFinder(text.text(), words, separatedStops);
    Map<Entity, Mentions> mentions = new LinkedHashMap<>();
    List<AnnotatedTriple> kept = new ArrayList<>();
    List<DroppedTriple> dropped = new ArrayList<>();
    Set<AnnotatedTriple> seen = new HashSet<>();
    for (AnnotatedTriple triple : text.triples()) {
      Mentions subject = mentions.computeIfAbsent(triple.subject(), finder::find);
      Mentions object = mentions.computeIfAbsent(triple.object(), finder::find);
      if (!seen.add(triple)) {
        dropped.add(
            new DroppedTriple(triple, DropReason.DUPLICATE_TRIPLE, triple.text().toString()));
      } else if (schema.index(triple.relation()).isEmpty()) {
        dropped.add(
            new DroppedTriple(triple, DropReason.UNKNOWN_RELATION, "'" + triple.relation() + "'"));
      } else if (subject instanceof Mentions.Missing missing) {
        dropped.add(new DroppedTriple(triple, missing.reason(), missing.detail()));
      } else if (object instanceof Mentions.Missing missing) {
        dropped.add(new DroppedTriple(triple, missing.reason(), missing.detail()));
      } else {
        kept.add(triple);
      }
    }
    List<WordEntity> entities = new ArrayList<>();
    for (AnnotatedEntity entity : text.entities().orElse(List.of())) {
      finder
          .at(entity.span())
          .map(span -> new WordEntity(span, entity.type()))
          .ifPresent(entities::add);
    }
    return new AlignedText(
        text,
        sentences,
        new SentenceLabels(
            place(kept, mentions, words.size()),
            text.entities().map(listed -> entities),
            annotated(text)),
        dropped);
  }

  /** The annotated relations; empty where they are all of the schema. */
  private Optional<Set<Integer>> annotated(AnnotatedText text) {
    Set<Integer> indices = new HashSet<>();
    for (String relation : text.annotated().orElse(List.of())) {
      indices.add(
          schema
              .index(relation)
              .orElseThrow(
                  () ->
                      new CorpusException(
                          "text '%s': 'annotated' names the relation '%s', which is none of the schema's %d"
                              .formatted(text.id(), relation, schema.size()))));
    }
    return text.annotated().map(listed -> indices).filter(all -> all.size() < schema.size());
  }

  private List<WordTriple> place(
      List<AnnotatedTriple> triples, Map<Entity, Mentions> mentions, int words) {
    List<Entity> entities =
        triples.stream()
            .flatMap(t -> List.of(t.subject(), t.object()).stream())
            .distinct()
            .toList();
    Map<Entity, List<TokenSpan>> spans = new LinkedHashMap<>();
    for (Entity entity : entities) {
      List<TokenSpan> all = ((Mentions.Found) mentions.get(entity)).spans();
      spans.put(entity, policy == MentionPolicy.FIRST ? all.subList(0, 1) : all);
    }
    if (policy == MentionPolicy.NEAREST) {
      keepNearest(triples, entities, spans, words);
    }
    LinkedHashSet<WordTriple> placed = new LinkedHashSet<>();
    for (AnnotatedTriple triple : triples) {
      OptionalInt relation = schema.index(triple.relation());
      for (TokenSpan[] pair : pairs(spans.get(triple.subject()), spans.get(triple.object()))) {
        placed.add(new WordTriple(pair[0], relation.getAsInt(), pair[1]));
      }
    }
    return List.copyOf(placed);
  }

  private static void keepNearest(
      List<AnnotatedTriple> triples,
      List<Entity> entities,
      Map<Entity, List<TokenSpan>> spans,
      int words) {
    Map<Entity, Integer> indices = new HashMap<>();
    entities.forEach(entity -> indices.put(entity, indices.size()));
    List<int[]> pairs =
        triples.stream()
            .map(t -> new int[] {indices.get(t.subject()), indices.get(t.object())})
            .toList();
    int[] choice =
        new NearestMentions(entities.stream().map(spans::get).toList(), pairs, words).choose();
    for (int i = 0; i < choice.length; i++) {
      spans.put(entities.get(i), List.of(spans.get(entities.get(i)).get(choice[i])));
    }
  }

  /** Every pair without overlap, so many as there may be; where there is none, the first pair. */
  private static List<TokenSpan[]> pairs(List<TokenSpan> subjects, List<TokenSpan> objects) {
    List<TokenSpan[]> pairs = new ArrayList<>();
    for (TokenSpan subject : subjects) {
      for (TokenSpan object : objects) {
        if (pairs.size() == MOST_PAIRS) {
          return pairs;
        }
        if (!NearestMentions.overlap(subject, object)) {
          pairs.add(new TokenSpan[] {subject, object});
        }
      }
    }
    if (pairs.isEmpty()) {
      pairs.add(new TokenSpan[] {subjects.get(0), objects.get(0)});
    }
    return pairs;
  }
}
