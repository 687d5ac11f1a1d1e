package org.relunet.corpus.alignment;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.relunet.api.text.Sentence;
import org.relunet.api.triple.SentenceLabels;
import org.relunet.api.triple.WordTriple;
import org.relunet.corpus.AnnotatedText;

/**
 * An annotated text with its triples over words.
 *
 * @param source the text as the file has it
 * @param sentences the text's sentences; none for a text without a visible character
 * @param labels the gold triples, distinct, in the file's order, the listed entities, and what is
 *     left open; words are counted through all sentences: word i of the text is word i of {@code
 *     Sentence.join(sentences)}
 * @param dropped the listed triples that the labels' do not stand for
 */
public record AlignedText(
    AnnotatedText source,
    List<Sentence> sentences,
    SentenceLabels labels,
    List<DroppedTriple> dropped) {
  public AlignedText {
    requireNonNull(source, "source");
    sentences = List.copyOf(sentences);
    requireNonNull(labels, "labels");
    dropped = List.copyOf(dropped);
  }

  /** The gold triples. */
  public List<WordTriple> triples() {
    return labels.triples();
  }

  /** Whether the text has no word at all. */
  public boolean isEmpty() {
    return sentences.isEmpty();
  }

  /**
   * Whether the text can be trained on: it has words, and, if it lists triples, at least one of
   * them is left. A text that lists none is a good example of a text without triples.
   */
  public boolean isUsable() {
    return !isEmpty() && (source.triples().isEmpty() || !triples().isEmpty());
  }

  /** All sentences as one: the unit of training. Not for an empty text. */
  public Sentence unit() {
    return Sentence.join(sentences);
  }
}
