package org.relunet.config;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.relunet.api.setting.Setting;
import org.relunet.config.ExampleSchema.NoSettings;

/** Faults of a program's own declarations, found before any configuration is read. */
final class ConfigurationSchemaTest {
  record Bare(int count) {}

  record WrongDefault(@Setting(help = "h", defaultValue = "many") int count) {}

  record MissingDefault(@Setting(help = "h") double rate) {}

  record DefaultBeyondLimits(@Setting(help = "h", defaultValue = "3", maximum = 2) int count) {}

  record WrongType(@Setting(help = "h") BigInteger count) {}

  record ListOfRecords(@Setting(help = "h") List<Bare> items) {}

  record NestedWrong(@Setting(help = "h") WrongDefault inner) {}

  private static void assertRefused(Class<? extends Record> settings, String message) {
    assertThatThrownBy(() -> ConfigurationSchema.builder().section("s", "h", settings))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  @Test
  void aSettingsRecordMustBeDeclaredInFull() {
    assertRefused(Bare.class, "Bare.count has no @Setting");
    assertRefused(
        WrongDefault.class,
        "WrongDefault.count: its default: must be a whole number, but is 'many'");
    assertRefused(MissingDefault.class, "MissingDefault.rate: its default: must be a number");
    assertRefused(DefaultBeyondLimits.class, "must be a whole number, at most 2, but is '3'");
    assertRefused(WrongType.class, "WrongType.count: a setting cannot be a java.math.BigInteger");
    assertRefused(ListOfRecords.class, "ListOfRecords.items: a setting cannot be a");
    assertRefused(NestedWrong.class, "NestedWrong.inner: WrongDefault.count: its default");
  }

  @Test
  void sectionsAndPluginsHaveDifferentNames() {
    ConfigurationSchema.Builder builder =
        ConfigurationSchema.builder().section("s", "h", NoSettings.class);

    assertThatThrownBy(() -> builder.section("s", "h", NoSettings.class))
        .hasMessage("section 's' is declared twice");
    assertThatThrownBy(
            () -> builder.plugins("p", "h", Map.of("plugin", NoSettings.class), "plugin"))
        .hasMessage("key 'plugin' is declared twice");
  }

  @Test
  void theDefaultPluginIsOneOfThose() {
    assertThatThrownBy(
            () ->
                ConfigurationSchema.builder()
                    .plugins("parser", "h", Map.of("malt", NoSettings.class), "mlat"))
        .hasMessage("the default: unknown parser 'mlat'; available: malt. Did you mean 'malt'?");
  }
}
