package org.relunet.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.relunet.api.setting.Setting;
import org.relunet.config.problem.ConfigurationException;

final class SettingsTest {
  record Window(
      @Setting(help = "Words of a window.", defaultValue = "8") int windowSize,
      @Setting(help = "Words shared.", defaultValue = "2") int overlap) {
    Window {
      if (overlap >= windowSize) {
        throw new IllegalArgumentException("overlap must be below window-size");
      }
    }
  }

  @Test
  void aRecordIsReadByItself() {
    assertThat(Settings.defaults(Window.class)).isEqualTo(new Window(8, 2));
    assertThat(Settings.read(Window.class, "text", "window-size: 4\noverlap: 3"))
        .isEqualTo(new Window(4, 3));
  }

  @Test
  void problemsAreReportedAsInAFile() {
    assertThatThrownBy(() -> Settings.read(Window.class, "text", "window-sise: 4"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(
            "text:1:1: unknown key 'window-sise'; available: window-size, overlap. Did you mean"
                + " 'window-size'?");
    assertThatThrownBy(() -> Settings.read(Window.class, "text", "\noverlap: 9"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage("text:2:1: overlap must be below window-size");
  }
}
