package org.relunet.network;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.relunet.api.triple.SentenceLabels;
import org.relunet.graph.loss.CoreLosses;
import org.relunet.graph.loss.GoldGraphInputs;
import org.relunet.graph.loss.LossSettings;
import org.relunet.graph.part.ExtractorPart;
import org.relunet.graph.part.Feeds;
import org.relunet.graph.part.GraphContext;
import org.relunet.graph.tagging.SoftTagLoss;
import org.relunet.graph.unet.CoreTopology;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * The operations of a graph that give the training loss: {@code L_extract + a L_match + b L_sim},
 * and the loss of soft labels, where somebody teaches.
 */
final class TrainingGraph {
  private final WordVectors vectors;
  private final ExtractorPart.Training extraction;
  private final Operand<TFloat32> extractionLosses;
  private final GoldGraphInputs gold;
  private final Operand<TFloat32> loss;
  private final Optional<Core> core;
  private final List<Operand<TFloat32>> losses;

  /**
   * @param losses alpha L_match + beta L_sim, and what else is asked of the core
   */
  record Core(CoreTopology topology, Operand<TFloat32> losses) {}

  TrainingGraph(
      GraphContext context,
      NetworkParts parts,
      NetworkInputs inputs,
      LossSettings settings,
      SoftTagLoss softTagLoss) {
    Ops tf = context.tf();
    vectors = WordVectors.build(context, parts, inputs);
    extraction =
        parts
            .extractor()
            .buildTraining(context, vectors.extractorInput(inputs), settings.tags(), softTagLoss);
    if (softTagLoss.present() && extraction.softLoss().isEmpty()) {
      throw new IllegalArgumentException("the extractor can't learn from another model");
    }
    extractionLosses =
        extraction
            .softLoss()
            .<Operand<TFloat32>>map(soft -> tf.math.add(extraction.loss(), soft))
            .orElse(extraction.loss());
    // constants of their own: a run can't fetch one twice
    Operand<TFloat32> softLoss = extraction.softLoss().orElseGet(() -> tf.constant(0f));
    gold = GoldGraphInputs.placeholders(tf);
    Optional<CoreTopology> topology = vectors.unet().core();
    if (topology.isPresent()) {
      CoreLosses ofCore =
          CoreLosses.build(context, settings, vectors.encoded().words(), topology.get(), gold);
      core = Optional.of(new Core(topology.get(), ofCore.weighted()));
      loss = tf.math.add(extractionLosses, ofCore.weighted());
      losses = List.of(loss, extraction.loss(), ofCore.matching(), ofCore.similarity(), softLoss);
    } else {
      core = Optional.empty();
      loss = tf.identity(extractionLosses);
      losses = List.of(loss, extraction.loss(), tf.constant(0f), tf.constant(0f), softLoss);
    }
  }

  Operand<TFloat32> loss() {
    return loss;
  }

  /** L_extract, and the loss of soft labels where somebody teaches. */
  Operand<TFloat32> extraction() {
    return extractionLosses;
  }

  Optional<Core> core() {
    return core;
  }

  /** Loss, L_extract, L_match, L_sim, the loss of soft labels. */
  List<Operand<TFloat32>> losses() {
    return losses;
  }

  /** Of the U-Net, by name. */
  Map<String, Operand<TFloat32>> measures() {
    return vectors.unet().measures();
  }

  Optional<Operand<TFloat32>> frozenBoundary() {
    return vectors.encoded().frozenBoundary();
  }

  /**
   * @param softLabels of the batch's data set, where somebody teaches
   */
  void feedLabels(List<LabelledSentence> batch, Optional<SoftLabels> softLabels, Feeds feeds) {
    int words = NumericSentence.mostWords(batch.stream().map(LabelledSentence::sentence).toList());
    List<SentenceLabels> labels = batch.stream().map(LabelledSentence::labels).toList();
    extraction.feedLabels(labels, words, feeds);
    if (extraction.softLoss().isPresent()) {
      int[] indices = batch.stream().mapToInt(LabelledSentence::index).toArray();
      SoftLabels taught =
          softLabels.orElseThrow(
              () -> new IllegalArgumentException("somebody teaches, but there are no soft labels"));
      extraction.feedSoftLabels(labels, taught.of(indices), words, feeds);
    }
    if (core.isPresent()) {
      gold.feed(labels, words, feeds);
    }
  }
}
