package org.relunet.contract.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.relunet.api.plugin.Encoder;
import org.relunet.api.plugin.EncoderPlugin;
import org.relunet.api.plugin.PieceSequence;
import org.relunet.api.plugin.PretrainedBase;
import org.relunet.contract.plugin.PluginContract;

/**
 * The half of {@link EncoderContract} that needs no graph: the plugin, and how its encoder cuts
 * words into pieces.
 *
 * @param <C> the plugin's settings
 */
public abstract class PieceContract<C extends Record> extends PluginContract<C, Encoder> {
  static final List<String> SHORT = List.of("Alan", "Bean", "was", "born", "in", "Texas");
  static final List<String> LONG =
      List.of("The", "island", ",", "which", "nobody", "owns", ",", "lies", "in", "the", "ocean");

  protected PieceContract() {
    super(EncoderPlugin.class, Encoder.class);
  }

  @Test
  final void namesTheFilesItWasMadeOf() {
    PretrainedBase base = bound().base();
    assertThat(base.sha256ByResource().values())
        .isNotEmpty()
        .allSatisfy(hash -> assertThat(hash).matches("[0-9a-f]{64}"));
    assertThat(bound().base()).isEqualTo(base);
  }

  @Test
  final void givesItsTokenizerAsFiles() {
    SortedMap<String, byte[]> files = bound().tokenizerFiles();
    assertThat(files).isNotEmpty();
    assertThat(files.keySet()).allSatisfy(n -> assertThat(n).matches("[A-Za-z0-9][A-Za-z0-9._-]*"));
    assertThat(files.values()).allSatisfy(content -> assertThat(content).isNotEmpty());
    files.forEach(
        (name, content) -> assertThat(bound().tokenizerFiles().get(name)).isEqualTo(content));
  }

  @Test
  final void givesEveryOrdinaryWordAtLeastOnePiece() {
    assertThat(words(bound().pieces(SHORT))).containsOnly(0, 1, 2, 3, 4, 5);
  }

  @Test
  final void cutsASentenceTheSameWayEveryTime() {
    PieceSequence first = bound().pieces(LONG);
    PieceSequence again = bound().pieces(LONG);
    assertThat(again.ids()).isEqualTo(first.ids());
    assertThat(again.wordOfPiece()).isEqualTo(first.wordOfPiece());
  }

  @Test
  final void cutsSentencesOnManyThreadsAsOnOne() {
    List<List<String>> sentences = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      sentences.add(List.of("word" + i, "and", "number" + i % 7, "unhappily" + i % 13));
    }
    List<int[]> parallel =
        sentences.parallelStream().map(words -> bound().pieces(words).ids()).toList();
    for (int i = 0; i < sentences.size(); i++) {
      assertThat(parallel.get(i)).isEqualTo(bound().pieces(sentences.get(i)).ids());
    }
  }

  @Test
  final void neverCutsOffALongSentence() {
    PieceSequence pieces = bound().pieces(Collections.nCopies(3000, "word"));
    assertThat(pieces.wordCount()).isEqualTo(3000);
    assertThat(Arrays.stream(pieces.wordOfPiece()).filter(word -> word >= 0).distinct())
        .hasSize(3000);
  }

  @Test
  final void leavesRoomBesideAWordOfAnyLength() {
    for (String word : List.of("x", "/a1", "é東", "%2F")) {
      List<String> words = List.of("Alan", word.repeat(100_000 / word.length()), "Bean");
      PieceSequence pieces =
          assertTimeoutPreemptively(Duration.ofSeconds(5), () -> bound().pieces(words));
      assertThat(pieces.wordCount()).isEqualTo(3);
      assertThat(words(pieces)).contains(0, 2);
      assertThat(pieces.length()).as(word).isLessThanOrEqualTo(100);
    }
  }

  @Test
  final void acceptsWordsOfAnyCharacters() {
    List<String> words =
        List.of(
            "😀",
            "👩‍👩‍👧",
            "e\u0301",
            "שלום",
            "東京",
            "\u0000",
            "\ud800",
            "a\udc00b",
            "\u200b",
            "-",
            "x".repeat(5000),
            "[SEP]",
            "</s>",
            " ");
    PieceSequence pieces = bound().pieces(words);
    assertThat(pieces.wordCount()).isEqualTo(words.size());
    assertThat(words(pieces)).contains(9);
  }

  private static int[] words(PieceSequence pieces) {
    return Arrays.stream(pieces.wordOfPiece())
        .filter(word -> word != PieceSequence.NO_WORD)
        .toArray();
  }
}
