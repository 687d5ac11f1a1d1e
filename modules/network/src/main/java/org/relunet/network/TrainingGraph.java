package org.relunet.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.relunet.api.triple.WordTriple;
import org.relunet.graph.loss.CoreLosses;
import org.relunet.graph.loss.GoldGraphInputs;
import org.relunet.graph.loss.LossSettings;
import org.relunet.graph.part.ExtractorPart;
import org.relunet.graph.part.Feeds;
import org.relunet.graph.part.GraphContext;
import org.relunet.graph.unet.CoreTopology;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * The operations of a graph that give the training loss: {@code L_extract + a L_match + b L_sim}.
 */
final class TrainingGraph {
  private final WordVectors vectors;
  private final ExtractorPart.Training extraction;
  private final GoldGraphInputs gold;
  private final Operand<TFloat32> loss;
  private final List<Operand<TFloat32>> observed = new ArrayList<>();

  TrainingGraph(
      GraphContext context, NetworkParts parts, NetworkInputs inputs, LossSettings settings) {
    Ops tf = context.tf();
    vectors = WordVectors.build(context, parts, inputs);
    extraction =
        parts
            .extractor()
            .buildTraining(context, vectors.unet().words(), inputs.wordMask(), settings.tags());
    gold = GoldGraphInputs.placeholders(tf);
    Optional<CoreTopology> core = vectors.unet().core();
    if (core.isPresent()) {
      CoreLosses losses =
          CoreLosses.build(context, settings, vectors.encoded().words(), core.get(), gold);
      loss = tf.math.add(extraction.loss(), losses.weighted());
      observed.addAll(List.of(loss, extraction.loss(), losses.matching(), losses.similarity()));
      observed.addAll(core.get().assignmentEntropies());
    } else {
      loss = tf.identity(extraction.loss());
      // two constants: a run can't fetch one twice
      observed.addAll(List.of(loss, extraction.loss(), tf.constant(0f), tf.constant(0f)));
    }
  }

  Operand<TFloat32> loss() {
    return loss;
  }

  /** Loss, L_extract, L_match, L_sim, then the entropies. */
  List<Operand<TFloat32>> observed() {
    return List.copyOf(observed);
  }

  Optional<Operand<TFloat32>> frozenBoundary() {
    return vectors.encoded().frozenBoundary();
  }

  void feedLabels(List<LabelledSentence> batch, Feeds feeds) {
    int words = NumericSentence.mostWords(batch.stream().map(LabelledSentence::sentence).toList());
    List<List<WordTriple>> triples = batch.stream().map(LabelledSentence::gold).toList();
    extraction.feedLabels(triples, words, feeds);
    if (vectors.unet().core().isPresent()) {
      gold.feed(triples, words, feeds);
    }
  }
}
