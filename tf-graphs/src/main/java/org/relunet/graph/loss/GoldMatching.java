package org.relunet.graph.loss;

import org.relunet.graph.assignment.AssignmentOp;
import org.relunet.graph.layer.Batched;
import org.relunet.graph.layer.Dense;
import org.relunet.graph.parameter.Initializer;
import org.relunet.graph.parameter.ParameterKind;
import org.relunet.graph.part.GraphContext;
import org.relunet.graph.shape.Shapes;
import org.relunet.graph.unet.CoreTopology;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * The optimal bipartite matching of gold entities and core nodes (equation 8): {@code C_ij =
 * -X_gold,i W X_core,j}, and the permutation of least cost by the Hungarian algorithm on the host.
 *
 * @param cost C, [B, M, C]
 * @param permutation P, [B, M, C], 1 where entity i is matched to core node j; constant as to
 *     gradients
 */
public record GoldMatching(Operand<TFloat32> cost, Operand<TFloat32> permutation) {

  /**
   * @param words E, [B, N, d]
   */
  public static GoldMatching build(
      GraphContext context, Operand<TFloat32> words, CoreTopology core, GoldGraphInputs gold) {
    GraphContext here = context.within("matching");
    Ops tf = here.tf();
    int width = Shapes.width("words", words);
    int size = core.size();
    Operand<TFloat32> bilinear = // |x||y|/d large at most by the root of d: no saturated start
        here.parameter(
            "bilinear",
            Shape.of(width, width),
            ParameterKind.HEAD,
            Initializer.truncatedNormal(1.0 / width));
    Operand<TFloat32> entities = Batched.product(tf, gold.entityWords(), words); // [B, M, d]
    Operand<TFloat32> cost =
        tf.math.neg(
            Batched.productTransposed(
                tf, Dense.linear(tf, entities, bilinear, width), core.graph().nodes()));
    Shapes.require("matching cost", cost, Shapes.ANY, Shapes.ANY, size);
    var assignment = AssignmentOp.build(here, cost, gold.entityCounts()); // [B, M], -1: none
    Operand<TFloat32> permutation =
        tf.oneHot(assignment, tf.constant(size), tf.constant(1f), tf.constant(0f));
    return new GoldMatching(cost, tf.stopGradient(permutation));
  }
}
