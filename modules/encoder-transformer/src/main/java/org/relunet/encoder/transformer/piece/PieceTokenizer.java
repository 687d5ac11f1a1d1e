package org.relunet.encoder.transformer.piece;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.relunet.api.plugin.PieceSequence;

/**
 * Cuts words into pieces with Hugging Face's tokenizers library. Thread-safe.
 *
 * <p>The pieces of a word do not depend on its neighbours, in WordPiece and in byte-level BPE
 * alike, so each word is cut once and remembered: no native call for a sentence of known words.
 */
public final class PieceTokenizer {
  /**
   * The most pieces that are taken of a word, its first ones. Words of a language have fewer; a
   * long link or encoded data would leave no room for what stands beside it.
   */
  public static final int MOST_PIECES_OF_WORD = 32;

  /** The characters of a word that are looked at: enough for as many pieces of sixteen letters. */
  private static final int MOST_CHARACTERS_OF_WORD = 16 * MOST_PIECES_OF_WORD;

  private static final int CACHED_WORDS = 100_000;

  private final byte[] definition;
  private final HuggingFaceTokenizer tokenizer;
  private final int vocabularySize;
  private final PieceCache cache = new PieceCache(CACHED_WORDS);
  private final int[] before;
  private final int[] after;

  /**
   * @throws TokenizerException if the library refuses the definition
   */
  public PieceTokenizer(TokenizerDefinition definition) {
    configureLibrary();
    this.definition = definition.toBytes();
    try {
      tokenizer =
          HuggingFaceTokenizer.newInstance(
              new ByteArrayInputStream(definition.forLibrary()),
              Map.of("truncation", "false", "padding", "false"));
    } catch (IOException | RuntimeException e) {
      throw new TokenizerException(
          definition.origin() + ": the tokenizer cannot be loaded: " + e.getMessage(), e);
    }
    vocabularySize = definition.vocabularySize();
    Encoding sample = tokenizer.encode(new String[] {"a"}, true, false);
    long[] special = sample.getSpecialTokenMask();
    int first = 0;
    while (first < special.length && special[first] == 1) {
      first++;
    }
    int last = special.length;
    while (last > first && special[last - 1] == 1) {
      last--;
    }
    int[] ids = toInts(sample.getIds());
    before = Arrays.copyOf(ids, first);
    after = Arrays.copyOfRange(ids, last, ids.length);
  }

  /**
   * The library reads its options from system properties, before its first use: nothing may be
   * looked for in the network, and the library for processors is the one that is always there.
   */
  private static void configureLibrary() {
    System.setProperty("ai.djl.offline", "true");
    System.setProperty("RUST_FLAVOR", "cpu");
  }

  /** One more than the largest index that {@link #pieces} can give. */
  public int vocabularySize() {
    return vocabularySize;
  }

  /** The {@code tokenizer.json} that it cuts by. */
  public byte[] definition() {
    return definition.clone();
  }

  /**
   * The words' pieces between the sequence's special ones ([CLS] and [SEP], or their like), at most
   * {@link #MOST_PIECES_OF_WORD} of each word. Takes time linear in the number of words.
   */
  public PieceSequence pieces(List<String> words) {
    List<int[]> piecesOfWords = piecesOfWords(words);
    int length = before.length + after.length;
    for (int[] pieces : piecesOfWords) {
      length += pieces.length;
    }
    int[] ids = new int[length];
    int[] wordOfPiece = new int[length];
    Arrays.fill(wordOfPiece, PieceSequence.NO_WORD);
    System.arraycopy(before, 0, ids, 0, before.length);
    int at = before.length;
    for (int word = 0; word < piecesOfWords.size(); word++) {
      int[] pieces = piecesOfWords.get(word);
      System.arraycopy(pieces, 0, ids, at, pieces.length);
      Arrays.fill(wordOfPiece, at, at + pieces.length, word);
      at += pieces.length;
    }
    System.arraycopy(after, 0, ids, at, after.length);
    return new PieceSequence(ids, wordOfPiece, words.size());
  }

  private List<int[]> piecesOfWords(List<String> words) {
    List<int[]> known = new ArrayList<>(words.size());
    Set<String> unknown = new LinkedHashSet<>();
    for (String word : words) {
      Optional<int[]> pieces = cache.get(word);
      known.add(pieces.orElse(null));
      if (pieces.isEmpty()) {
        unknown.add(word);
      }
    }
    if (!unknown.isEmpty()) {
      Map<String, int[]> cut = cut(List.copyOf(unknown));
      for (int i = 0; i < known.size(); i++) {
        if (known.get(i) == null) {
          known.set(i, cut.get(words.get(i)));
        }
      }
      cut.forEach(cache::put);
    }
    return known;
  }

  private Map<String, int[]> cut(List<String> words) {
    String[] texts =
        words.stream()
            .map(PieceTokenizer::beginning)
            .map(PieceTokenizer::wellFormed)
            .toArray(String[]::new);
    Encoding encoding = tokenizer.encode(texts, false, false);
    int[] ids = toInts(encoding.getIds());
    long[] wordOfPiece = encoding.getWordIds();
    Map<String, int[]> pieces = new LinkedHashMap<>();
    int from = 0;
    for (int word = 0; word < words.size(); word++) {
      int to = from;
      while (to < ids.length && wordOfPiece[to] == word) {
        to++;
      }
      pieces.put(
          words.get(word), Arrays.copyOfRange(ids, from, Math.min(to, from + MOST_PIECES_OF_WORD)));
      from = to;
    }
    if (from != ids.length) {
      throw new IllegalStateException("the tokenizer gave pieces out of the order of the words");
    }
    return pieces;
  }

  private static String beginning(String word) {
    return word.length() <= MOST_CHARACTERS_OF_WORD
        ? word
        : word.substring(0, MOST_CHARACTERS_OF_WORD);
  }

  /** The native side takes UTF-8, which has no lone surrogates. */
  private static String wellFormed(String word) {
    int[] codePoints =
        word.codePoints()
            .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xfffd : c)
            .toArray();
    return new String(codePoints, 0, codePoints.length);
  }

  private static int[] toInts(long[] values) {
    int[] ints = new int[values.length];
    for (int i = 0; i < ints.length; i++) {
      ints[i] = Math.toIntExact(values[i]);
    }
    return ints;
  }
}
