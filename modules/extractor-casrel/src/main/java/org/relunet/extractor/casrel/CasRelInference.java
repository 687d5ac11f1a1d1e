package org.relunet.extractor.casrel;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.relunet.api.triple.ScoredTriple;
import org.relunet.graph.part.ExtractorPart;
import org.relunet.graph.part.GraphContext;
import org.tensorflow.Operand;
import org.tensorflow.Tensor;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * Finds subjects and tags their objects in one run: the spans of subjects are paired in the graph,
 * so that the object tagger follows without a way to the host and back.
 */
final class CasRelInference implements ExtractorPart.Inference {
  static final String SUBJECTS = "subjects";
  static final String SUBJECT_PROBABILITIES = "subject_probabilities";
  static final String OBJECT_PROBABILITIES = "object_probabilities";

  private final CasRelDecoder decoder;
  private final Map<String, Operand<?>> outputs;

  private CasRelInference(CasRelDecoder decoder, Map<String, Operand<?>> outputs) {
    this.decoder = decoder;
    this.outputs = outputs;
  }

  static CasRelInference build(
      GraphContext context,
      CasRelSettings settings,
      int relations,
      Operand<TFloat32> words,
      Operand<TFloat32> wordMask) {
    Ops tf = context.tf();
    Operand<TFloat32> mask = tf.expandDims(wordMask, tf.constant(2)); // [B, N, 1]
    Operand<TFloat32> tags = SubjectTagger.probabilities(context, words, mask);
    TaggedSubjects found =
        TaggedSubjects.build(
            context,
            new ObjectTagger(settings, relations),
            words,
            mask,
            tags,
            SubjectSpans.of(tf, tags, settings.leastForSubjects(), settings.spanPairing()));
    Map<String, Operand<?>> outputs = new LinkedHashMap<>();
    outputs.put(SUBJECTS, found.subjects());
    outputs.put(SUBJECT_PROBABILITIES, found.probabilities());
    outputs.put(OBJECT_PROBABILITIES, found.objects());
    return new CasRelInference(
        new CasRelDecoder(settings.leastForObjects(), settings.spanPairing(), relations), outputs);
  }

  @Override
  public Map<String, Operand<?>> outputs() {
    return outputs;
  }

  @Override
  public Map<String, String> meanings() {
    return CasRelMeanings.of(decoder.threshold(), decoder.pairing(), decoder.relations());
  }

  @Override
  public List<List<ScoredTriple>> decode(Map<String, Tensor> values, int sentences) {
    return decoder.decode(
        (TInt32) values.get(SUBJECTS),
        (TFloat32) values.get(SUBJECT_PROBABILITIES),
        (TFloat32) values.get(OBJECT_PROBABILITIES),
        sentences);
  }
}
