/**
 * Files that hold named tensors of numbers: what a reader of such a format gives, and what their
 * readers share. Numbers found in a file are checked before anything is allocated or mapped.
 */
package org.relunet.encoder.transformer.tensor;
