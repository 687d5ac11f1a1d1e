/** The encoder plugin {@code transformer}: BERT-like encoders, pre-trained or not. */
package org.relunet.encoder.transformer;
