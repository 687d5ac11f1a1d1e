package org.relunet.extractor.casrel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.relunet.api.text.TokenSpan;
import org.relunet.graph.part.ExtractorPart;
import org.relunet.graph.part.Feeds;
import org.relunet.graph.part.GraphContext;
import org.relunet.graph.tagging.SoftTagLoss;
import org.tensorflow.Operand;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.buffer.FloatDataBuffer;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Tells the probabilities of subjects' tags, and of the tags for given subjects' objects. Tags are
 * of words: a pupil that cuts them into other pieces can learn them all the same.
 */
final class CasRelTeaching implements ExtractorPart.Teaching {
  static final String SUBJECT_TAGS = "subject_tags";
  static final String OBJECT_TAGS = "object_tags";

  private final int relations;
  private final SubjectInputs asked;
  private final Map<String, Operand<?>> outputs = new LinkedHashMap<>();

  private CasRelTeaching(
      GraphContext context,
      CasRelSettings settings,
      int relations,
      Operand<TFloat32> words,
      double temperature) {
    this.relations = relations;
    Ops tf = context.tf();
    asked = SubjectInputs.placeholders(tf);
    Operand<TFloat32> objects = // [K, N, 2R]
        new ObjectTagger(settings, relations)
            .logits(context, words, asked.sentences(), asked.vectors(context, words));
    outputs.put(SUBJECT_TAGS, probabilities(tf, SubjectTagger.logits(context, words), temperature));
    outputs.put(OBJECT_TAGS, probabilities(tf, objects, temperature));
  }

  /**
   * @param words H, [B, N, d]
   * @param temperature by which logits are divided
   */
  static CasRelTeaching build(
      GraphContext context,
      CasRelSettings settings,
      int relations,
      Operand<TFloat32> words,
      double temperature) {
    return new CasRelTeaching(context, settings, relations, words, temperature);
  }

  private static Operand<TFloat32> probabilities(
      Ops tf, Operand<TFloat32> logits, double temperature) {
    return tf.math.sigmoid(SoftTagLoss.cooled(tf, logits, temperature));
  }

  @Override
  public Map<String, Operand<?>> outputs() {
    return outputs;
  }

  @Override
  public void feed(List<List<TokenSpan>> subjects, Feeds feeds) {
    asked.feed(subjects, feeds);
  }

  @Override
  public List<float[]> read(
      Map<String, Tensor> values, List<List<TokenSpan>> subjects, List<Integer> words) {
    FloatDataBuffer subjectTags = values.get(SUBJECT_TAGS).asRawTensor().data().asFloats();
    FloatDataBuffer objectTags = values.get(OBJECT_TAGS).asRawTensor().data().asFloats();
    long paddedWords = values.get(SUBJECT_TAGS).shape().get(1);
    List<float[]> labels = new ArrayList<>();
    long row = 0;
    for (int b = 0; b < subjects.size(); b++) {
      SoftLabelLayout layout = new SoftLabelLayout(words.get(b), subjects.get(b).size(), relations);
      float[] sentence = new float[layout.size()];
      subjectTags.offset(b * paddedWords * 2).read(sentence, 0, layout.subjectSize());
      for (int subject = 0; subject < layout.subjects(); subject++) {
        objectTags
            .offset(row * 2 * relations)
            .read(sentence, layout.objects(subject), layout.objectSize());
        row += paddedWords;
      }
      labels.add(sentence);
    }
    return labels;
  }
}
