/** Cutting words into the pieces of a vocabulary: WordPiece (BERT) and byte-level BPE (RoBERTa). */
package org.relunet.encoder.transformer.piece;
