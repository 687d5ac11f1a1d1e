package org.relunet.graph.part;

/**
 * Additions and multiplications of an encoder's matrix products.
 *
 * @param all of the forward pass
 * @param trained those of layers that training changes; the backward pass does them twice again
 */
public record EncoderWork(double all, double trained) {
  /** Of a training step: forward, and backward through what is trained. */
  public double trainingStep() {
    return all + 2 * trained;
  }

  /** Of both. */
  public EncoderWork plus(EncoderWork other) {
    return new EncoderWork(all + other.all, trained + other.trained);
  }
}
