/**
 * Encoders that were trained by others, or will be: architecture, tokenizer and weights together.
 */
package org.relunet.encoder.transformer.pretrained;
