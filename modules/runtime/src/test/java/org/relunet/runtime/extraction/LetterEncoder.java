package org.relunet.runtime.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.relunet.api.plugin.Encoder;
import org.relunet.api.plugin.PieceSequence;
import org.relunet.api.plugin.PretrainedBase;

/** Cuts words into letters, between two special pieces. */
record LetterEncoder(int maximumPieces) implements Encoder {
  static final int FIRST = 101;
  static final int LAST = 102;

  @Override
  public int width() {
    return 1;
  }

  @Override
  public PretrainedBase base() {
    return new PretrainedBase("letters", new TreeMap<>(Map.of("none", "0")));
  }

  @Override
  public PieceSequence pieces(List<String> words) {
    List<Integer> ids = new ArrayList<>(List.of(FIRST));
    List<Integer> wordOfPiece = new ArrayList<>(List.of(PieceSequence.NO_WORD));
    for (int word = 0; word < words.size(); word++) {
      for (char letter : words.get(word).toCharArray()) {
        ids.add((int) letter);
        wordOfPiece.add(word);
      }
    }
    ids.add(LAST);
    wordOfPiece.add(PieceSequence.NO_WORD);
    return new PieceSequence(
        ids.stream().mapToInt(i -> i).toArray(),
        wordOfPiece.stream().mapToInt(i -> i).toArray(),
        words.size());
  }

  @Override
  public SortedMap<String, byte[]> tokenizerFiles() {
    return new TreeMap<>();
  }
}
