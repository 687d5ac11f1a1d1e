package org.relunet.network;

import java.util.LinkedHashMap;
import java.util.Map;

/** What is to be fed to the inputs of an exported model, in words, under a network's settings. */
final class InputMeanings {
  private InputMeanings() {}

  /** By name, in the order in which they are best explained. */
  static Map<String, String> of(NetworkParts parts) {
    Map<String, String> meanings = new LinkedHashMap<>();
    meanings.put(
        ServingModel.PIECE_IDS,
        ("[B, L] for each of B sentences, the tokenizer's indices of its pieces, special ones"
                + " included, at most %d; of a word of more pieces than 32 the first 32; any index"
                + " where padded")
            .formatted(parts.encoder().maximumPieces()));
    meanings.put(ServingModel.PIECE_MASK, "[B, L] 1 for a piece, 0 for padding");
    meanings.put(ServingModel.ALIGNMENT, alignment(parts.settings().wordPooling()));
    meanings.put(
        ServingModel.ADJACENCY,
        edges(parts.settings().edges())
            + (parts.relunet().selfLoops() ? "; 1 for a word and itself" : "")
            + "; 0 elsewhere");
    meanings.put(
        ServingModel.HEAD_EDGES,
        "[B, N, N] those of the adjacency that lead from the row of a word to the column of its"
            + " head; 0 elsewhere");
    meanings.put(ServingModel.HEAD_LABELS, labels(parts.settings()));
    meanings.put(ServingModel.WORD_MASK, "[B, N] 1 for a word, 0 for padding");
    meanings.put(ServingModel.WORD_FORMS, forms());
    meanings.put(
        ServingModel.FROZEN_STATES,
        "[B, L, d] output of the encoder's frozen layers for each piece");
    return meanings;
  }

  private static String forms() {
    int forms = WordForm.values().length;
    return """
        [B, N, %1$d] in row n, 1 at number f for how word n is written, at %2$d + f for word n - 1, at \
        %3$d + f for word n + 1; 0 elsewhere. f is 0 for letters of which none is a capital, 1 for a \
        capital as the first letter and no other, 2 for two letters or more, all capitals, 3 for \
        capitals elsewhere, 4 for digits without letters, 5 for neither"""
        .formatted(3 * forms, forms, 2 * forms);
  }

  private static String alignment(NetworkSettings.WordPooling pooling) {
    return switch (pooling) {
      case MEAN ->
          "[B, N, L] in row n, 1/k at each of the k pieces of word n; 0 elsewhere, as in the rows"
              + " of padding and of words without a piece";
      case FIRST ->
          "[B, N, L] in row n, 1 at the first piece of word n; 0 elsewhere, as in the rows of"
              + " padding and of words without a piece";
    };
  }

  private static String labels(NetworkSettings settings) {
    return ("[B, N, %d] in row n, 1 at the number of the dependency relation of word n to its head;"
            + " 0 elsewhere. 0 stands for a relation that has no number; from 1: %s")
        .formatted(
            new EdgeLabels(settings.edgeLabelNames()).size(),
            String.join(", ", settings.edgeLabelNames()));
  }

  private static String edges(NetworkSettings.Edges edges) {
    return switch (edges) {
      case DEPENDENCY ->
          "[B, N, N] 1 for a word and its head in the dependency tree, in both directions";
      case SHUFFLED ->
          "[B, N, N] 1 for a word and its head in the dependency tree after its words changed places"
              + " at random, in both directions: a control, which asks whether trees help";
      case CHAIN -> "[B, N, N] 1 for neighbouring words, in both directions";
      case NONE -> "[B, N, N] no edge between two words";
    };
  }
}
