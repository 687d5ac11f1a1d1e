package org.relunet.extractor.casrel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.relunet.extractor.casrel.CasRelSettings.SpanPairing;
import org.relunet.graph.part.ExtractorPart;
import org.relunet.graph.part.GraphContext;
import org.tensorflow.Operand;
import org.tensorflow.Tensor;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * Finds triples under all pairs of {@link Thresholds} at once: subjects are paired for each
 * threshold, their objects tagged once for all.
 */
final class CasRelTrials implements ExtractorPart.Trials {
  private static final String SUBJECTS_ABOVE = "subjects_above_";

  private final Thresholds thresholds;
  private final SpanPairing pairing;
  private final int relations;
  private final Map<String, Operand<?>> outputs;

  private CasRelTrials(
      Thresholds thresholds, SpanPairing pairing, int relations, Map<String, Operand<?>> outputs) {
    this.thresholds = thresholds;
    this.pairing = pairing;
    this.relations = relations;
    this.outputs = outputs;
  }

  static CasRelTrials build(
      GraphContext context,
      CasRelSettings settings,
      int relations,
      Operand<TFloat32> words,
      Operand<TFloat32> wordMask) {
    Ops tf = context.tf();
    Thresholds thresholds = Thresholds.of(settings);
    Operand<TFloat32> mask = tf.expandDims(wordMask, tf.constant(2)); // [B, N, 1]
    Operand<TFloat32> tags = SubjectTagger.probabilities(context, words, mask);
    Map<String, Operand<?>> outputs = new LinkedHashMap<>();
    List<Operand<TInt32>> spans = new ArrayList<>();
    for (double threshold : thresholds.subjects()) {
      Operand<TInt32> found = SubjectSpans.of(tf, tags, threshold, settings.spanPairing());
      outputs.put(SUBJECTS_ABOVE + threshold, found);
      spans.add(found);
    }
    Operand<TInt32> distinct = // [K, 3]
        tf.unique(tf.concat(spans, tf.constant(0)), tf.constant(new int[] {0})).y();
    TaggedSubjects all =
        TaggedSubjects.build(
            context, new ObjectTagger(settings, relations), words, mask, tags, distinct);
    outputs.put(CasRelInference.SUBJECTS, all.subjects());
    outputs.put(CasRelInference.SUBJECT_PROBABILITIES, all.probabilities());
    outputs.put(CasRelInference.OBJECT_PROBABILITIES, all.objects());
    return new CasRelTrials(thresholds, settings.spanPairing(), relations, outputs);
  }

  @Override
  public List<SortedMap<String, String>> settings() {
    List<SortedMap<String, String>> settings = new ArrayList<>(List.of(new TreeMap<>()));
    thresholds.pairs().stream().skip(1).map(Thresholds.Pair::settings).forEach(settings::add);
    return List.copyOf(settings);
  }

  @Override
  public Map<String, Operand<?>> outputs() {
    return outputs;
  }

  @Override
  public List<Reading> read(Map<String, Tensor> values, int sentences) {
    List<ThresholdReading> readings = new ArrayList<>();
    for (int b = 0; b < sentences; b++) {
      readings.add(new ThresholdReading(thresholds));
    }
    SubjectRows rows =
        new SubjectRows(
            (TInt32) values.get(CasRelInference.SUBJECTS),
            (TFloat32) values.get(CasRelInference.SUBJECT_PROBABILITIES),
            (TFloat32) values.get(CasRelInference.OBJECT_PROBABILITIES));
    for (int k = 0; k < rows.count(); k++) {
      ThresholdReading reading = readings.get(rows.sentence(k));
      SubjectRows.Subject subject = rows.subject(k);
      for (double threshold : thresholds.objects()) {
        reading.addTriples(
            subject.span(),
            threshold,
            new CasRelDecoder(threshold, pairing, relations).decode(subject));
      }
    }
    for (double threshold : thresholds.subjects()) {
      TInt32 above = (TInt32) values.get(SUBJECTS_ABOVE + threshold);
      for (int k = 0; k < above.shape().get(0); k++) {
        readings.get(above.getInt(k, 0)).addSubject(threshold, SubjectRows.span(above, k));
      }
    }
    return List.copyOf(readings);
  }
}
