package org.relunet.extractor.casrel;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.relunet.api.text.TokenSpan;
import org.relunet.api.triple.SentenceLabels;
import org.relunet.api.triple.WordTriple;
import org.relunet.graph.layer.Batched;
import org.relunet.graph.part.ExtractorPart;
import org.relunet.graph.part.Feeds;
import org.relunet.graph.part.GraphContext;
import org.relunet.graph.tagging.SoftTagLoss;
import org.relunet.graph.tagging.TagLoss;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/**
 * The taggers' loss (equation 7) and its labels. All gold subjects of a sentence are used in one
 * step, where CasRel samples one: the encoder runs once a sentence, and the object tagger is cheap.
 */
final class CasRelTraining implements ExtractorPart.Training {
  private final CasRelSettings settings;
  private final int relations;
  private final SubjectInputs asked;
  private final TagInputs labels;
  private final KnownTags known;
  private final Operand<TFloat32> loss;
  private final Optional<Taught> taught;

  /**
   * What is learned from another model.
   *
   * @param sentences [B] 1 for those that it read, 0 for the others
   * @param labels what it thinks of the tags
   */
  private record Taught(Operand<TFloat32> sentences, TagInputs labels, Operand<TFloat32> loss) {}

  private CasRelTraining(
      GraphContext context,
      CasRelSettings settings,
      int relations,
      Operand<TFloat32> words,
      Operand<TFloat32> wordMask,
      TagLoss tagLoss,
      SoftTagLoss softTagLoss) {
    this.settings = settings;
    this.relations = relations;
    Ops tf = context.tf();
    asked = SubjectInputs.placeholders(tf);
    labels = TagInputs.placeholders(tf, relations);
    known = KnownTags.placeholders(tf, relations);
    Operand<TFloat32> mask = tf.expandDims(wordMask, tf.constant(2)); // [B, N, 1]
    Operand<TFloat32> subjectLogits = SubjectTagger.logits(context, words);
    Operand<TFloat32> objectLogits =
        new ObjectTagger(settings, relations)
            .logits(context, words, asked.sentences(), asked.vectors(context, words));
    loss =
        mean(
            tf,
            known.subjects(tf, tagLoss.apply(tf, subjectLogits, labels.subjects()), labels),
            known.objects(
                tf, tagLoss.apply(tf, objectLogits, labels.objects()), labels, asked.sentences()),
            mask);
    if (softTagLoss.present()) {
      Operand<TFloat32> sentences = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1)));
      TagInputs soft = TagInputs.placeholders(tf, relations);
      Operand<TFloat32> read = // [B, N, 1]
          tf.math.mul(mask, tf.reshape(sentences, tf.constant(new int[] {-1, 1, 1})));
      taught =
          Optional.of(
              new Taught(
                  sentences,
                  soft,
                  mean(
                      tf,
                      softTagLoss.apply(tf, subjectLogits, soft.subjects()),
                      softTagLoss.apply(tf, objectLogits, soft.objects()),
                      read)));
    } else {
      taught = Optional.empty();
    }
  }

  static CasRelTraining build(
      GraphContext context,
      CasRelSettings settings,
      int relations,
      Operand<TFloat32> words,
      Operand<TFloat32> wordMask,
      TagLoss tagLoss,
      SoftTagLoss softTagLoss) {
    return new CasRelTraining(context, settings, relations, words, wordMask, tagLoss, softTagLoss);
  }

  /**
   * The sum over the tags that count, divided by B.
   *
   * @param subjectLoss [B, N, 2]
   * @param objectLoss [K, N, 2R]
   * @param mask [B, N, 1] 1 for words that count
   */
  private Operand<TFloat32> mean(
      Ops tf, Operand<TFloat32> subjectLoss, Operand<TFloat32> objectLoss, Operand<TFloat32> mask) {
    Operand<TFloat32> objectMask = tf.gather(mask, asked.sentences(), tf.constant(0));
    var all = tf.constant(new int[] {0, 1, 2});
    return tf.math.div(
        tf.math.add(
            tf.sum(tf.math.mul(subjectLoss, mask), all),
            tf.sum(tf.math.mul(objectLoss, objectMask), all)),
        tf.dtypes.cast(Batched.size(tf, mask, 0), TFloat32.class));
  }

  @Override
  public Operand<TFloat32> loss() {
    return loss;
  }

  @Override
  public Optional<Operand<TFloat32>> softLoss() {
    return taught.map(Taught::loss);
  }

  @Override
  public void feedLabels(List<SentenceLabels> gold, int paddedWords, Feeds feeds) {
    List<Map<TokenSpan, List<WordTriple>>> bySubject = new ArrayList<>();
    for (SentenceLabels sentence : gold) {
      for (WordTriple triple : sentence.triples()) {
        requireInside(bySubject.size(), triple, paddedWords);
      }
      bySubject.add(TaughtSubjects.of(settings, sentence.triples()));
    }
    known.feed(gold, relations, feeds);
    asked.feed(bySubject.stream().map(Map::keySet).toList(), feeds);
    labels.feed(TagValues.gold(bySubject, paddedWords, relations), feeds);
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

  @Override
  public void feedSoftLabels(
      List<SentenceLabels> gold, List<float[]> softLabels, int paddedWords, Feeds feeds) {
    Taught inputs = taught.orElseThrow();
    List<Integer> subjects =
        gold.stream()
            .map(sentence -> TaughtSubjects.of(settings, sentence.triples()).size())
            .toList();
    float[] read = new float[gold.size()];
    for (int b = 0; b < read.length; b++) {
      read[b] = softLabels.get(b).length == 0 ? 0 : 1;
    }
    feeds.feed(inputs.sentences(), TFloat32.tensorOf(Shape.of(read.length), DataBuffers.of(read)));
    inputs.labels().feed(TagValues.soft(subjects, softLabels, paddedWords, relations), feeds);
  }
}
