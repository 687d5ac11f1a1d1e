package org.relunet.contract.encoder;

import java.util.Arrays;
import java.util.List;
import org.relunet.api.plugin.PieceSequence;
import org.relunet.graph.part.Feeds;
import org.relunet.graph.part.PieceInputs;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * Sentences as an encoder is fed them, a word being the mean of its pieces.
 *
 * @param sentences B of them
 * @param pieces L, at least that of the longest sentence
 * @param words N, at least that of the longest sentence
 */
public record EncoderBatch(List<PieceSequence> sentences, int pieces, int words) {
  public EncoderBatch {
    sentences = List.copyOf(sentences);
  }

  /** No more padding than needed. */
  public static EncoderBatch of(List<PieceSequence> sentences) {
    return of(sentences, 0);
  }

  /** With the given number of padded pieces and words beyond what is needed. */
  public static EncoderBatch of(List<PieceSequence> sentences, int padding) {
    int pieces = sentences.stream().mapToInt(PieceSequence::length).max().orElse(0);
    int words = sentences.stream().mapToInt(PieceSequence::wordCount).max().orElse(0);
    return new EncoderBatch(sentences, pieces + padding, words + padding);
  }

  /** B. */
  public int size() {
    return sentences.size();
  }

  /**
   * The tensors to feed.
   *
   * @param filler the vocabulary index fed at padded places; must not matter
   */
  public Feeds feeds(PieceInputs inputs, int filler) {
    int[] ids = new int[size() * pieces];
    float[] mask = new float[size() * pieces];
    float[] alignment = new float[size() * words * pieces];
    Arrays.fill(ids, filler);
    for (int b = 0; b < size(); b++) {
      PieceSequence sentence = sentences.get(b);
      int[] piecesOfWord = new int[words];
      for (int word : sentence.wordOfPiece()) {
        if (word != PieceSequence.NO_WORD) {
          piecesOfWord[word]++;
        }
      }
      for (int piece = 0; piece < sentence.length(); piece++) {
        ids[b * pieces + piece] = sentence.ids()[piece];
        mask[b * pieces + piece] = 1;
        int word = sentence.wordOfPiece()[piece];
        if (word != PieceSequence.NO_WORD) {
          alignment[(b * words + word) * pieces + piece] = 1f / piecesOfWord[word];
        }
      }
    }
    Shape flat = Shape.of(size(), pieces);
    return new Feeds()
        .feed(inputs.ids(), TInt32.tensorOf(flat, DataBuffers.of(ids)))
        .feed(inputs.pieceMask(), TFloat32.tensorOf(flat, DataBuffers.of(mask)))
        .feed(
            inputs.alignment(),
            TFloat32.tensorOf(Shape.of(size(), words, pieces), DataBuffers.of(alignment)));
  }
}
