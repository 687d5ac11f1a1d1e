package org.relunet.model.store.manifest;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.relunet.model.store.manifest.EncoderBase.BaseResource;

class EncoderBaseTest {
  private static final Path PLACE = Path.of("encoder.jar");
  private final EncoderBase base =
      new EncoderBase(
          "group:encoder:1.0",
          List.of(new BaseResource("encoder.onnx", FileDigest.of("weights").sha256())));

  @Test
  void acceptsTheContentThatTheModelWasTrainedOn() {
    assertThatCode(() -> base.verify("encoder.onnx", bytes("weights"), PLACE))
        .doesNotThrowAnyException();
  }

  @Test
  void refusesOtherContent() {
    assertThatThrownBy(() -> base.verify("encoder.onnx", bytes("Weights"), PLACE))
        .isInstanceOf(ModelPackageException.class)
        .hasMessageContaining("encoder.jar")
        .hasMessageContaining("encoder.onnx: SHA-256 is")
        .hasMessageContaining("Use group:encoder:1.0");
  }

  @Test
  void namesItsResourcesWhenAskedForAnother() {
    assertThatThrownBy(() -> base.verify("tokenizer.json", bytes(""), PLACE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("has no resource 'tokenizer.json'; it has [encoder.onnx]");
  }

  private static InputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
