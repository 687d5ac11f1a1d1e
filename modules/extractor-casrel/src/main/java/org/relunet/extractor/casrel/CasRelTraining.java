package org.relunet.extractor.casrel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.relunet.api.text.TokenSpan;
import org.relunet.api.triple.WordTriple;
import org.relunet.extractor.casrel.CasRelSettings.WrongSubjects;
import org.relunet.graph.layer.Batched;
import org.relunet.graph.part.ExtractorPart;
import org.relunet.graph.part.Feeds;
import org.relunet.graph.part.GraphContext;
import org.relunet.graph.tagging.TagLoss;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * The taggers' loss (equation 7) and its labels. All gold subjects of a sentence are used in one
 * step, where CasRel samples one: the encoder runs once a sentence, and the object tagger is cheap.
 */
final class CasRelTraining implements ExtractorPart.Training {
  private final CasRelSettings settings;
  private final int relations;
  private final Placeholder<TFloat32> subjectTags; // [B, N, 2]
  private final Placeholder<TInt32> sentences; // [K]
  private final Placeholder<TInt32> first; // [K]
  private final Placeholder<TInt32> last; // [K]
  private final Placeholder<TFloat32> objectTags; // [K, N, 2R]
  private final Operand<TFloat32> loss;

  private CasRelTraining(
      GraphContext context,
      CasRelSettings settings,
      int relations,
      Operand<TFloat32> words,
      Operand<TFloat32> wordMask,
      TagLoss tagLoss) {
    this.settings = settings;
    this.relations = relations;
    Ops tf = context.tf();
    subjectTags = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, -1, 2)));
    sentences = tf.placeholder(TInt32.class, Placeholder.shape(Shape.of(-1)));
    first = tf.placeholder(TInt32.class, Placeholder.shape(Shape.of(-1)));
    last = tf.placeholder(TInt32.class, Placeholder.shape(Shape.of(-1)));
    objectTags =
        tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, -1, 2L * relations)));

    Operand<TFloat32> mask = tf.expandDims(wordMask, tf.constant(2)); // [B, N, 1]
    Operand<TFloat32> subjectLoss =
        tf.math.mul(tagLoss.apply(tf, SubjectTagger.logits(context, words), subjectTags), mask);
    Operand<TFloat32> subjects = SubjectTagger.vectors(context, words, sentences, first, last);
    Operand<TFloat32> logits =
        new ObjectTagger(settings, relations).logits(context, words, sentences, subjects);
    Operand<TFloat32> objectLoss =
        tf.math.mul(
            tagLoss.apply(tf, logits, objectTags), tf.gather(mask, sentences, tf.constant(0)));
    var all = tf.constant(new int[] {0, 1, 2});
    Operand<TFloat32> count = tf.dtypes.cast(Batched.size(tf, wordMask, 0), TFloat32.class);
    loss = tf.math.div(tf.math.add(tf.sum(subjectLoss, all), tf.sum(objectLoss, all)), count);
  }

  static CasRelTraining build(
      GraphContext context,
      CasRelSettings settings,
      int relations,
      Operand<TFloat32> words,
      Operand<TFloat32> wordMask,
      TagLoss tagLoss) {
    return new CasRelTraining(context, settings, relations, words, wordMask, tagLoss);
  }

  @Override
  public Operand<TFloat32> loss() {
    return loss;
  }

  @Override
  public void feedLabels(List<List<WordTriple>> gold, int paddedWords, Feeds feeds) {
    List<Map<TokenSpan, List<WordTriple>>> bySubject = new ArrayList<>();
    int count = 0;
    for (List<WordTriple> triples : gold) {
      Map<TokenSpan, List<WordTriple>> grouped = new LinkedHashMap<>();
      for (WordTriple triple : triples) {
        requireInside(bySubject.size(), triple, paddedWords);
        grouped.computeIfAbsent(triple.subject(), absent -> new ArrayList<>()).add(triple);
      }
      if (settings.wrongSubjects() == WrongSubjects.OBJECTS) {
        triples.forEach(triple -> grouped.putIfAbsent(triple.object(), List.of()));
      }
      bySubject.add(grouped);
      count += grouped.size();
    }
    float[] subjects = new float[gold.size() * paddedWords * 2];
    int[] sentence = new int[count];
    int[] firsts = new int[count];
    int[] lasts = new int[count];
    int tags = 2 * relations;
    float[] objects = new float[count * paddedWords * tags];
    int k = 0;
    for (int b = 0; b < gold.size(); b++) {
      for (Map.Entry<TokenSpan, List<WordTriple>> entry : bySubject.get(b).entrySet()) {
        TokenSpan subject = entry.getKey();
        if (!entry.getValue().isEmpty()) {
          subjects[(b * paddedWords + subject.first()) * 2] = 1;
          subjects[(b * paddedWords + subject.last()) * 2 + 1] = 1;
        }
        sentence[k] = b;
        firsts[k] = subject.first();
        lasts[k] = subject.last();
        for (WordTriple triple : entry.getValue()) {
          TokenSpan object = triple.object();
          int row = k * paddedWords;
          objects[(row + object.first()) * tags + triple.relation()] = 1;
          objects[(row + object.last()) * tags + relations + triple.relation()] = 1;
        }
        k++;
      }
    }
    Shape perSubject = Shape.of(count);
    feeds
        .feed(
            subjectTags,
            TFloat32.tensorOf(Shape.of(gold.size(), paddedWords, 2), DataBuffers.of(subjects)))
        .feed(sentences, TInt32.tensorOf(perSubject, DataBuffers.of(sentence)))
        .feed(first, TInt32.tensorOf(perSubject, DataBuffers.of(firsts)))
        .feed(last, TInt32.tensorOf(perSubject, DataBuffers.of(lasts)))
        .feed(
            objectTags,
            TFloat32.tensorOf(Shape.of(count, paddedWords, tags), DataBuffers.of(objects)));
  }

  /** A tag beyond the words or relations would stand where another tag has its place. */
  private void requireInside(int sentence, WordTriple triple, int paddedWords) {
    if (Math.max(triple.subject().last(), triple.object().last()) >= paddedWords
        || triple.relation() >= relations) {
      throw new IllegalArgumentException(
          "sentence %d of the batch has %s, but %d words and %d relations"
              .formatted(sentence, triple, paddedWords, relations));
    }
  }
}
