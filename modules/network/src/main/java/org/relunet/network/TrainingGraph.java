package org.relunet.network;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.relunet.api.triple.SentenceLabels;
import org.relunet.graph.loss.CoreLosses;
import org.relunet.graph.loss.GoldGraphInputs;
import org.relunet.graph.loss.LossSettings;
import org.relunet.graph.loss.RelationPresence;
import org.relunet.graph.part.ExtractorPart;
import org.relunet.graph.part.Feeds;
import org.relunet.graph.part.GraphContext;
import org.relunet.graph.pooling.NodeGraph;
import org.relunet.graph.tagging.SoftTagLoss;
import org.relunet.graph.unet.CoreTopology;
import org.relunet.graph.unet.RelUNet;
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
  private final Optional<RelationPresence> presence;
  private final Map<String, Operand<TFloat32>> measures;

  /**
   * @param topology on the way to the words
   * @param lossTopology whose losses these are: another where their gradients stop at the words
   * @param losses alpha L_match + beta L_sim, and what else is asked of the core
   */
  record Core(CoreTopology topology, CoreTopology lossTopology, Operand<TFloat32> losses) {}

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
    presence = presence(tf, parts, settings);
    measures = new LinkedHashMap<>(vectors.unet().measures());
    Optional<CoreTopology> topology = vectors.unet().core();
    if (topology.isPresent()) {
      NodeGraph read = settings.stopAtWords() ? stopped(tf, vectors.tree()) : vectors.tree();
      CoreTopology lossTopology =
          settings.stopAtWords()
              ? new RelUNet(parts.relunet()).buildCore(context, read).orElseThrow()
              : topology.get();
      CoreLosses ofCore = CoreLosses.build(context, settings, read.nodes(), lossTopology, gold);
      core = Optional.of(new Core(topology.get(), lossTopology, ofCore.weighted()));
      Operand<TFloat32> sum = tf.math.add(extractionLosses, ofCore.weighted());
      loss = presence.isPresent() ? tf.math.add(sum, presenceLoss(context, settings)) : sum;
      losses = List.of(loss, extraction.loss(), ofCore.matching(), ofCore.similarity(), softLoss);
    } else {
      core = Optional.empty();
      loss = tf.identity(extractionLosses);
      losses = List.of(loss, extraction.loss(), tf.constant(0f), tf.constant(0f), softLoss);
    }
  }

  private static Optional<RelationPresence> presence(
      Ops tf, NetworkParts parts, LossSettings settings) {
    if (settings.relationPresence() == 0) {
      return Optional.empty();
    }
    if (!parts.relunet().pools()) {
      throw new IllegalArgumentException(
          "loss.relation-presence is %s, but there is no core to tell relations from: set it to 0,"
                  .formatted(settings.relationPresence())
              + " or relunet.enabled to true and relunet.pooling to mincut");
    }
    return Optional.of(RelationPresence.placeholders(tf, parts.extractor().schema().size()));
  }

  /** As weighted; the measures get the loss itself. */
  private Operand<TFloat32> presenceLoss(GraphContext context, LossSettings settings) {
    Operand<TFloat32> plain =
        presence.orElseThrow().loss(context, vectors.unet().supernodes().orElseThrow());
    measures.put("relationPresenceLoss", plain);
    Ops tf = context.tf();
    return tf.math.mul(plain, tf.constant((float) settings.relationPresence()));
  }

  /** The same words, whom no gradient reaches. */
  private static NodeGraph stopped(Ops tf, NodeGraph tree) {
    return tree.withNodes(tf.stopGradient(tree.nodes()));
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

  /** Of the U-Net, by name, and the losses that not every training has. */
  Map<String, Operand<TFloat32>> measures() {
    return Collections.unmodifiableMap(measures);
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
    presence.ifPresent(inputs -> inputs.feed(labels, feeds));
  }
}
