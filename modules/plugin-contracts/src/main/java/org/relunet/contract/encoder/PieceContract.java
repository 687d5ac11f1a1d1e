package org.relunet.contract.encoder;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Stage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.relunet.api.plugin.Encoder;
import org.relunet.api.plugin.EncoderPlugin;
import org.relunet.api.plugin.PieceSequence;
import org.relunet.api.plugin.PretrainedBase;
import org.relunet.api.setting.Setting;

/**
 * The half of {@link EncoderContract} that needs no graph: the plugin, and how its encoder cuts
 * words into pieces.
 *
 * @param <C> the plugin's settings
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class PieceContract<C extends Record> {
  static final List<String> SHORT = List.of("Alan", "Bean", "was", "born", "in", "Texas");
  static final List<String> LONG =
      List.of("The", "island", ",", "which", "nobody", "owns", ",", "lies", "in", "the", "ocean");

  private Encoder encoder;

  /** The plugin. */
  protected abstract EncoderPlugin<C> plugin();

  /** The settings to test it with. */
  protected abstract C settings();

  /** The encoder that the plugin's module binds. */
  protected final Encoder encoder() {
    return encoder;
  }

  @BeforeAll
  final void makeEncoder() {
    Injector injector =
        Guice.createInjector(
            Stage.PRODUCTION,
            plugin().module(settings()),
            binder -> {
              binder.requireExplicitBindings();
              binder.requireExactBindingAnnotations();
              binder.disableCircularProxies();
            });
    encoder = injector.getInstance(Encoder.class);
    assertThat(injector.getInstance(Encoder.class)).as("a singleton").isSameAs(encoder);
  }

  @Test
  final void isFoundOnTheClassPath() {
    assertThat(ServiceLoader.load(EncoderPlugin.class))
        .extracting(found -> found.getClass().getName())
        .contains(plugin().getClass().getName());
  }

  @Test
  final void hasANameOfLowerCaseWordsJoinedByDashes() {
    assertThat(plugin().name()).matches("[a-z0-9]+(-[a-z0-9]+)*");
  }

  @Test
  final void describesAllItsSettings() {
    assertThat(plugin().settings().getRecordComponents())
        .allSatisfy(
            component -> {
              Setting setting = component.getAnnotation(Setting.class);
              assertThat(setting).as(component.getName()).isNotNull();
              assertThat(setting.help()).as(component.getName()).isNotBlank();
            });
  }

  @Test
  final void namesTheFilesItWasMadeOf() {
    PretrainedBase base = encoder.base();
    assertThat(base.sha256ByResource().values())
        .isNotEmpty()
        .allSatisfy(hash -> assertThat(hash).matches("[0-9a-f]{64}"));
    assertThat(encoder.base()).isEqualTo(base);
  }

  @Test
  final void givesEveryOrdinaryWordAtLeastOnePiece() {
    assertThat(words(encoder.pieces(SHORT))).containsOnly(0, 1, 2, 3, 4, 5);
  }

  @Test
  final void cutsASentenceTheSameWayEveryTime() {
    PieceSequence first = encoder.pieces(LONG);
    PieceSequence again = encoder.pieces(LONG);
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
        sentences.parallelStream().map(words -> encoder.pieces(words).ids()).toList();
    for (int i = 0; i < sentences.size(); i++) {
      assertThat(parallel.get(i)).isEqualTo(encoder.pieces(sentences.get(i)).ids());
    }
  }

  @Test
  final void neverCutsOffALongSentence() {
    PieceSequence pieces = encoder.pieces(Collections.nCopies(3000, "word"));
    assertThat(pieces.wordCount()).isEqualTo(3000);
    assertThat(Arrays.stream(pieces.wordOfPiece()).filter(word -> word >= 0).distinct())
        .hasSize(3000);
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
    PieceSequence pieces = encoder.pieces(words);
    assertThat(pieces.wordCount()).isEqualTo(words.size());
    assertThat(words(pieces)).contains(9);
  }

  private static int[] words(PieceSequence pieces) {
    return Arrays.stream(pieces.wordOfPiece())
        .filter(word -> word != PieceSequence.NO_WORD)
        .toArray();
  }
}
