package org.relunet.network;

import java.util.Arrays;
import java.util.List;
import org.relunet.api.plugin.PieceSequence;
import org.relunet.graph.part.Feeds;
import org.relunet.graph.part.PieceInputs;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * What the network is fed.
 *
 * @param pieces pieces and their words
 * @param adjacency A^(0), [B, N, N], 0 or 1, symmetric; zero where padded
 * @param headEdges [B, N, N] 1 in the row of a word and the column of its head; 0 elsewhere
 * @param headLabels [B, N, D] 1 at the {@linkplain EdgeLabels number} of the word's relation to its
 *     head; 0 where it has none
 * @param wordMask [B, N] 1 for a word, 0 for padding
 * @param wordForms [B, N, 3F] 1 for the {@link WordForm} of the word, then for that of the word
 *     before, and of the next
 */
record NetworkInputs(
    PieceInputs pieces,
    Operand<TFloat32> adjacency,
    Operand<TFloat32> headEdges,
    Operand<TFloat32> headLabels,
    Operand<TFloat32> wordMask,
    Operand<TFloat32> wordForms) {
  private static final int FORMS = WordForm.values().length;

  /** 3F. */
  static final int FORM_FEATURES = 3 * FORMS;

  static NetworkInputs placeholders(Ops tf, NetworkSettings settings) {
    int labels = new EdgeLabels(settings.edgeLabelNames()).size();
    return new NetworkInputs(
        PieceInputs.placeholders(tf),
        tf.withName("adjacency")
            .placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, -1, -1))),
        tf.withName("head_edges")
            .placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, -1, -1))),
        tf.withName("head_labels")
            .placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, -1, labels))),
        tf.withName("word_mask").placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, -1))),
        tf.withName("word_forms")
            .placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, -1, FORM_FEATURES))));
  }

  void feed(List<NumericSentence> batch, NetworkSettings settings, boolean selfLoops, Feeds feeds) {
    int sentences = batch.size();
    int words = NumericSentence.mostWords(batch);
    int length = NumericSentence.mostPieces(batch);
    int[] ids = new int[sentences * length];
    float[] pieceMask = new float[sentences * length];
    float[] alignment = new float[sentences * words * length];
    float[] edges = new float[sentences * words * words];
    EdgeLabels numbers = new EdgeLabels(settings.edgeLabelNames());
    float[] toHeads = new float[settings.tellsHeads() ? edges.length : 0];
    float[] labels = new float[settings.tellsHeads() ? sentences * words * numbers.size() : 0];
    float[] mask = new float[sentences * words];
    float[] forms = new float[sentences * words * FORM_FEATURES];
    for (int b = 0; b < sentences; b++) {
      NumericSentence sentence = batch.get(b);
      PieceSequence sequence = sentence.pieces();
      System.arraycopy(sequence.ids(), 0, ids, b * length, sequence.length());
      Arrays.fill(pieceMask, b * length, b * length + sequence.length(), 1);
      Arrays.fill(mask, b * words, b * words + sentence.words(), 1);
      align(sequence, settings.wordPooling(), alignment, b * words * length, length);
      form(sentence.forms(), forms, b * words * FORM_FEATURES);
      HeadEdges tree = HeadEdges.of(sentence, settings.edges(), numbers);
      tree.join(selfLoops, edges, b * words * words, words);
      if (settings.tellsHeads()) {
        tree.point(toHeads, b * words * words, words);
        tree.label(labels, b * words * numbers.size(), numbers.size());
      }
    }
    Shape piecesShape = Shape.of(sentences, length);
    feeds
        .feed(pieces.ids(), TInt32.tensorOf(piecesShape, DataBuffers.of(ids)))
        .feed(pieces.pieceMask(), TFloat32.tensorOf(piecesShape, DataBuffers.of(pieceMask)))
        .feed(
            pieces.alignment(),
            TFloat32.tensorOf(Shape.of(sentences, words, length), DataBuffers.of(alignment)))
        .feed(
            adjacency, TFloat32.tensorOf(Shape.of(sentences, words, words), DataBuffers.of(edges)))
        .feed(wordMask, TFloat32.tensorOf(Shape.of(sentences, words), DataBuffers.of(mask)))
        .feed(
            wordForms,
            TFloat32.tensorOf(Shape.of(sentences, words, FORM_FEATURES), DataBuffers.of(forms)));
    if (settings.tellsHeads()) { // nothing reads them else
      feeds
          .feed(
              headEdges,
              TFloat32.tensorOf(Shape.of(sentences, words, words), DataBuffers.of(toHeads)))
          .feed(
              headLabels,
              TFloat32.tensorOf(
                  Shape.of(sentences, words, numbers.size()), DataBuffers.of(labels)));
    }
  }

  private static void align(
      PieceSequence sequence,
      NetworkSettings.WordPooling pooling,
      float[] alignment,
      int offset,
      int length) {
    int[] wordOfPiece = sequence.wordOfPiece();
    int piece = 0;
    while (piece < wordOfPiece.length) {
      int word = wordOfPiece[piece];
      int end = piece + 1;
      while (end < wordOfPiece.length && wordOfPiece[end] == word) {
        end++;
      }
      if (word != PieceSequence.NO_WORD) {
        int used =
            switch (pooling) {
              case MEAN -> end - piece;
              case FIRST -> 1;
            };
        int row = offset + word * length;
        Arrays.fill(alignment, row + piece, row + piece + used, 1f / used);
      }
      piece = end;
    }
  }

  private static void form(List<WordForm> forms, float[] features, int offset) {
    for (int word = 0; word < forms.size(); word++) {
      int row = offset + word * FORM_FEATURES;
      features[row + forms.get(word).ordinal()] = 1;
      if (word > 0) {
        features[row + FORMS + forms.get(word - 1).ordinal()] = 1;
      }
      if (word + 1 < forms.size()) {
        features[row + 2 * FORMS + forms.get(word + 1).ordinal()] = 1;
      }
    }
  }
}
