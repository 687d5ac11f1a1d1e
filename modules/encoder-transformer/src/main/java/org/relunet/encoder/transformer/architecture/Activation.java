package org.relunet.encoder.transformer.architecture;

/** What follows the first matrix of a feed-forward network. */
public enum Activation {
  /** The exact GELU (Hendrycks and Gimpel 2016, arXiv:1606.08415): Hugging Face's {@code gelu}. */
  GELU,
  /** Its approximation by tanh, of the same paper: {@code gelu_new}, and Google's own BERT. */
  GELU_TANH
}
