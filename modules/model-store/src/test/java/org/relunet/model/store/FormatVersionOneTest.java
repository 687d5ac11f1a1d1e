package org.relunet.model.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.relunet.model.store.manifest.EncoderBase;
import org.relunet.model.store.manifest.EncoderBase.BaseResource;
import org.relunet.model.store.provenance.DataFile;
import org.relunet.model.store.provenance.Provenance;
import org.relunet.model.store.provenance.SoftwareVersions;
import org.relunet.model.store.registry.ModelAddress;

/**
 * A package as format version 1 was written, kept as files that never change: every later build
 * must read it and find the same in it.
 */
class FormatVersionOneTest {
  private ModelPackage frozen;

  @BeforeEach
  void openFrozenPackage() throws URISyntaxException {
    frozen =
        ModelAddress.open(
            Path.of(FormatVersionOneTest.class.getResource("/packages/format-1").toURI()));
  }

  @Test
  void packageIsStillReadable() {
    assertThat(frozen.manifest().formatVersion()).isEqualTo(1);
    assertThat(frozen.name()).isEqualTo("frozen");
    assertThat(frozen.version()).isEqualTo("frozen-c7d909810311");
    assertThat(frozen.configuration()).isEqualTo("relunet:\n  enabled: true\n");
    assertThat(frozen.relations().relations()).containsExactly("capital", "country", "größe");
    assertThat(frozen.tokenizerFile().orElseThrow())
        .content()
        .isEqualTo("{\"version\": \"1.0\"}\n");
    assertThat(frozen.savedModelDirectory().resolve("variables/variables.index"))
        .hasBinaryContent(new byte[] {0, (byte) 0xff, 10, 13});
    assertThat(frozen.encoderBase())
        .contains(
            new EncoderBase(
                "org.example:encoder:1.0",
                List.of(
                    new BaseResource("encoder-tokenizer.json", "4".repeat(64)),
                    new BaseResource("encoder.onnx", "3".repeat(64)))));
  }

  @Test
  void provenanceMeansTheSame() {
    assertThat(frozen.provenance())
        .isEqualTo(
            new Provenance(
                "training:\n  seed: 42\n",
                List.of(
                    new DataFile("train", "train.jsonl", 321, "1".repeat(64), "CC0 1.0"),
                    new DataFile("dev", "dev.jsonl", 123, "2".repeat(64), "")),
                42,
                new SoftwareVersions("0.1.0-SNAPSHOT", "17.0.15+6", "2.18.0", "Linux 6.1", "amd64"),
                Instant.parse("2026-11-20T10:00:00Z"),
                Instant.parse("2026-11-20T11:30:00.25Z"),
                5,
                4,
                Map.of("dev f1", 0.625, "dev precision", 0.75),
                Map.of(),
                Map.of(),
                Optional.of("frozen-000000000000"),
                List.of()));
  }
}
