package org.relunet.corpus.passages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.relunet.api.text.CharacterSpan;
import org.relunet.corpus.AnnotatedEntity;
import org.relunet.corpus.AnnotatedText;
import org.relunet.corpus.AnnotatedTriple;
import org.relunet.corpus.passages.AnnotatedDocument.Fact;
import org.relunet.corpus.passages.AnnotatedDocument.Mention;
import org.relunet.corpus.passages.AnnotatedDocument.Sentence;

/**
 * Cuts documents into overlapping passages: from each sentence on as many whole sentences as fit,
 * one at least. A passage that would lie inside the one before is left out.
 *
 * <p>A passage states a fact if it has mentions of both entities and all sentences of the evidence,
 * or if a sentence of the evidence mentions both. The fact's triple takes the two mentions that
 * stand nearest to each other: in a sentence of the evidence if one has both, else in any sentence
 * that has both, else in the passage.
 */
public final class Passages {
  private final int words;

  /**
   * @param words how many words a passage has at most, unless its first sentence alone has more
   */
  public Passages(int words) {
    if (words < 1) {
      throw new IllegalArgumentException("a passage needs one word at least, not " + words);
    }
    this.words = words;
  }

  /** The document's passages in its order; the ids end in the first and the last sentence. */
  public List<AnnotatedText> of(AnnotatedDocument document) {
    List<AnnotatedText> passages = new ArrayList<>();
    List<Sentence> sentences = document.sentences();
    int reached = -1;
    for (int first = 0; first < sentences.size(); first++) {
      int last = first;
      int length = sentences.get(first).words();
      while (last + 1 < sentences.size() && length + sentences.get(last + 1).words() <= words) {
        last++;
        length += sentences.get(last).words();
      }
      if (last > reached) {
        passages.add(passage(document, first, last));
        reached = last;
      }
    }
    return passages;
  }

  private static AnnotatedText passage(AnnotatedDocument document, int first, int last) {
    int start = document.sentences().get(first).span().start();
    int end = document.sentences().get(last).span().end();
    String text = document.text().substring(start, end);
    List<List<Mention>> mentions =
        document.entities().stream()
            .map(
                entity ->
                    entity.mentions().stream()
                        .filter(m -> first <= m.sentence() && m.sentence() <= last)
                        .toList())
            .toList();
    Map<CharacterSpan, AnnotatedEntity> entities = new LinkedHashMap<>();
    for (int i = 0; i < mentions.size(); i++) {
      for (Mention mention : mentions.get(i)) {
        CharacterSpan span = mention.span().shift(-start);
        entities.putIfAbsent(span, new AnnotatedEntity(span, document.entities().get(i).type()));
      }
    }
    List<AnnotatedEntity> ordered = new ArrayList<>(entities.values());
    ordered.sort(
        Comparator.<AnnotatedEntity>comparingInt(entity -> entity.span().start())
            .thenComparingInt(entity -> entity.span().end()));
    Set<AnnotatedTriple> triples = new LinkedHashSet<>();
    for (Fact fact : document.facts()) {
      if (isStated(fact, mentions, first, last)) {
        MentionPair.of(mentions.get(fact.subject()), mentions.get(fact.object()), fact.evidence())
            .ifPresent(pair -> triples.add(pair.triple(fact.relation(), text, start)));
      }
    }
    return new AnnotatedText(
        document.id() + "-" + first + "-" + last,
        text,
        List.copyOf(triples),
        Optional.of(ordered),
        Optional.empty());
  }

  private static boolean isStated(Fact fact, List<List<Mention>> mentions, int first, int last) {
    if (fact.evidence().stream().allMatch(s -> first <= s && s <= last)) {
      return true;
    }
    Set<Integer> both = sentences(mentions.get(fact.subject()));
    both.retainAll(sentences(mentions.get(fact.object())));
    both.retainAll(fact.evidence());
    return !both.isEmpty();
  }

  /** The sentences of the mentions, to be changed by the caller. */
  static Set<Integer> sentences(List<Mention> mentions) {
    return mentions.stream().map(Mention::sentence).collect(Collectors.toCollection(HashSet::new));
  }
}
