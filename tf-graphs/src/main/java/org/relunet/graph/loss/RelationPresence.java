package org.relunet.graph.loss;

import java.util.List;
import org.relunet.api.triple.SentenceLabels;
import org.relunet.api.triple.WordTriple;
import org.relunet.graph.layer.Dense;
import org.relunet.graph.parameter.Initializer;
import org.relunet.graph.part.Feeds;
import org.relunet.graph.part.GraphContext;
import org.relunet.graph.tagging.BinaryCrossEntropy;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/**
 * Which relations a sentence has, told from the mean of the core's nodes: a task beside the
 * extraction that the core alone can do. Not in the paper.
 *
 * @param present [B, R] 1 for a relation that a triple has
 * @param known [B, R] 0 for a relation that the annotation leaves open
 */
public record RelationPresence(Operand<TFloat32> present, Operand<TFloat32> known) {
  /** Few relations are present: at first each with a probability of 0.018. */
  private static final float BIAS = -4;

  /**
   * New placeholders.
   *
   * @param relations R
   */
  public static RelationPresence placeholders(Ops tf, int relations) {
    Shape shape = Shape.of(-1, relations);
    return new RelationPresence(
        tf.withName("relations_present").placeholder(TFloat32.class, Placeholder.shape(shape)),
        tf.withName("relations_known").placeholder(TFloat32.class, Placeholder.shape(shape)));
  }

  /**
   * Adds the loss: binary cross-entropy.
   *
   * @param supernodes of the core, [B, C, d]
   * @return scalar, summed over the relations, mean over the sentences
   */
  public Operand<TFloat32> loss(GraphContext context, Operand<TFloat32> supernodes) {
    Ops tf = context.tf();
    int relations = Math.toIntExact(present.shape().get(1));
    Operand<TFloat32> logits = // [B, R]
        Dense.apply(
            context,
            "relation_presence",
            tf.math.mean(supernodes, tf.constant(1)),
            relations,
            Initializer.glorotUniform(),
            Initializer.constant(BIAS));
    Operand<TFloat32> losses = tf.math.mul(BinaryCrossEntropy.apply(tf, logits, present), known);
    return tf.math.mean(tf.sum(losses, tf.constant(1)), tf.constant(0));
  }

  /** Feeds the relations of a batch. */
  public void feed(List<SentenceLabels> labels, Feeds feeds) {
    int relations = Math.toIntExact(present.shape().get(1));
    float[] presence = new float[labels.size() * relations];
    float[] knowledge = new float[labels.size() * relations];
    for (int b = 0; b < labels.size(); b++) {
      for (int relation = 0; relation < relations; relation++) {
        knowledge[b * relations + relation] = labels.get(b).isAnnotated(relation) ? 1 : 0;
      }
      for (WordTriple triple : labels.get(b).triples()) {
        presence[b * relations + triple.relation()] = 1;
        knowledge[b * relations + triple.relation()] = 1;
      }
    }
    Shape shape = Shape.of(labels.size(), relations);
    feeds
        .feed(present, TFloat32.tensorOf(shape, DataBuffers.of(presence)))
        .feed(known, TFloat32.tensorOf(shape, DataBuffers.of(knowledge)));
  }
}
