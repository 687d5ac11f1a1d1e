package org.relunet.encoder.transformer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.relunet.api.setting.Setting;
import org.relunet.graph.part.EncoderPart;

class TransformerSettingsTest {
  private static Map<String, String> defaults(Class<? extends Record> settings) {
    Map<String, String> defaults = new LinkedHashMap<>();
    Arrays.stream(settings.getRecordComponents())
        .forEach(
            component ->
                defaults.put(
                    component.getName(), component.getAnnotation(Setting.class).defaultValue()));
    return defaults;
  }

  @Test
  void hasTheseDefaults() {
    assertThat(defaults(TransformerSettings.class))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "weights", "bge-small-en-v1.5",
                "fineTuning", "full",
                "topLayers", "6",
                "lora", "",
                "dropout", "0.1",
                "attentionDropout", "0.1",
                "random", ""));
    assertThat(defaults(LoraSettings.class))
        .containsExactlyInAnyOrderEntriesOf(Map.of("rank", "16", "scale", "32", "targets", "all"));
    assertThat(defaults(RandomEncoderSettings.class))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "layers", "6",
                "width", "256",
                "heads", "8",
                "intermediateWidth", "1024",
                "maximumPieces", "512",
                "tokenizer", "bge-small-en-v1.5"));
  }

  @Test
  void makesTheRandomEncoderItDescribes() {
    EncoderPart encoder =
        Fixtures.encoder(Fixtures.settings(TransformerSettings.RANDOM, FineTuning.FULL, 1));
    assertThat(encoder.width()).isEqualTo(16);
    assertThat(encoder.maximumPieces()).isEqualTo(512);
  }

  @Test
  void refusesToFreezeRandomWeights() {
    assertThatThrownBy(() -> Fixtures.settings(TransformerSettings.RANDOM, FineTuning.FROZEN, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("weights: random", "fine-tuning: full");
  }

  @Test
  void refusesHeadsThatDoNotDivideTheWidth() {
    assertThatThrownBy(() -> new RandomEncoderSettings(2, 16, 3, 32, 512, "bge-small-en-v1.5"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("width 16", "heads 3");
  }

  @Test
  void refusesEmptyWeights() {
    assertThatThrownBy(() -> Fixtures.settings(" ", FineTuning.FULL, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("weights");
  }
}
