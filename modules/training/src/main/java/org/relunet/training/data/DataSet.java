package org.relunet.training.data;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.relunet.api.text.Sentence;
import org.relunet.api.triple.RelationSchema;
import org.relunet.api.triple.WordTriple;
import org.relunet.corpus.AnnotatedText;
import org.relunet.corpus.TextTriple;
import org.relunet.corpus.alignment.TripleText;
import org.relunet.network.LabelledSentence;
import org.relunet.network.NumericSentence;

/**
 * A file of annotated texts, ready for the network.
 *
 * @param examples those that the network can read, in the file's order; of a text that is read in
 *     windows, each window
 * @param unread those that it can't: without a word, or too long
 */
public record DataSet(List<Example> examples, List<AnnotatedText> unread) {
  public DataSet {
    examples = List.copyOf(examples);
    unread = List.copyOf(unread);
  }

  /**
   * A text, or a window of it.
   *
   * @param source the text as the file has it
   * @param unit its words; all sentences as one, or a stretch of them
   * @param labelled what the network reads; its index is the example's place in the data set
   */
  public record Example(AnnotatedText source, Sentence unit, LabelledSentence labelled) {
    /** A triple over the unit's words as text. */
    public TextTriple text(WordTriple triple, RelationSchema schema) {
      return TripleText.of(source.text(), unit, triple, schema);
    }
  }

  /** The examples of the given texts alone, counted anew. */
  DataSet only(List<AnnotatedText> texts) {
    Set<AnnotatedText> kept = Collections.newSetFromMap(new IdentityHashMap<>());
    kept.addAll(texts);
    List<Example> some = new ArrayList<>();
    for (Example example : examples) {
      if (kept.contains(example.source())) {
        LabelledSentence labelled = example.labelled();
        some.add(
            new Example(
                example.source(),
                example.unit(),
                new LabelledSentence(some.size(), labelled.sentence(), labelled.labels())));
      }
    }
    return new DataSet(some, unread);
  }

  /** The network's side of all examples. */
  public List<LabelledSentence> labelled() {
    return examples.stream().map(Example::labelled).toList();
  }

  /** Without labels. */
  public List<NumericSentence> sentences() {
    return examples.stream().map(example -> example.labelled().sentence()).toList();
  }
}
