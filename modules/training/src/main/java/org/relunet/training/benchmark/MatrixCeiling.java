package org.relunet.training.benchmark;

import org.relunet.network.SessionSettings;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

/**
 * The machine's own speed: products of square matrices in single precision, by TensorFlow with the
 * network's threads.
 */
final class MatrixCeiling implements AutoCloseable {
  private static final int SIZE = 1536;
  private static final int PRODUCTS = 4;

  private final Graph graph = new Graph();
  private final Session session;
  private final Placeholder<TInt64> seed;
  private final Operand<TFloat32> last;

  MatrixCeiling(SessionSettings threads) {
    Ops tf = Ops.create(graph);
    // fed, so that no optimizer can know the products beforehand
    seed = tf.placeholder(TInt64.class, Placeholder.shape(Shape.of(2)));
    Operand<TFloat32> factor =
        tf.random.statelessRandomUniform(tf.constant(Shape.of(SIZE, SIZE).asArray()), seed);
    Operand<TFloat32> small = tf.math.mul(factor, tf.constant(1f / SIZE));
    Operand<TFloat32> product = small;
    for (int i = 0; i < PRODUCTS; i++) {
      product = tf.linalg.matMul(product, small);
    }
    last = tf.math.mean(product, tf.constant(new int[] {0, 1}));
    session = new Session(graph, threads.oneRunAtATime());
  }

  /** Additions and multiplications of one {@link #run()}. */
  double operations() {
    return 2.0 * SIZE * SIZE * SIZE * PRODUCTS;
  }

  void run() {
    try (TInt64 values = TInt64.vectorOf(1, 2)) {
      session.runner().feed(seed, values).fetch(last).run().close();
    }
  }

  @Override
  public void close() {
    session.close();
    graph.close();
  }
}
