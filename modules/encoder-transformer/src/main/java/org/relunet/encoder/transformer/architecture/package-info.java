/** The sizes that make a transformer encoder of the BERT family. */
package org.relunet.encoder.transformer.architecture;
