package org.relunet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.relunet.api.text.Document;
import org.relunet.api.triple.Extraction;
import org.relunet.config.problem.ConfigurationException;
import org.relunet.runtime.TripleEngine;
import org.relunet.runtime.testing.TinyModel;

/** The engine as a Java program embeds it. */
final class RelUNetTest {
  private static final String MODEL = TinyModel.directory().toString();

  @Test
  void aProgramLoadsAModelAndReadsTexts() {
    List<Document> documents =
        List.of(
            new Document("1", "Anna was born in Rome ."),
            new Document("2", "Boris works for Acme ."));
    try (TripleEngine engine = RelUNet.load(MODEL, "extraction.minimum-confidence=0.01")) {
      List<Extraction> extractions = engine.extract(documents);

      assertThat(extractions).hasSameSizeAs(documents);
      assertThat(extractions.stream().flatMap(extraction -> extraction.triples().stream()))
          .isNotEmpty();
      assertThat(extractions.get(0).modelVersion()).isEqualTo(engine.modelVersion());
    }
  }

  @Test
  void aWrongSettingIsNamed() {
    assertThatThrownBy(() -> RelUNet.load(MODEL, "extraction.minimum-confidance=0.5"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("minimum-confidance")
        .hasMessageContaining("minimum-confidence");
  }

  @Test
  void theClassPathOfAnEmbeddingProgramHasNoStreamEngines() {
    for (String type :
        List.of(
            "org.apache.beam.sdk.Pipeline",
            "org.apache.flink.api.common.JobID",
            "org.apache.kafka.clients.consumer.Consumer",
            "picocli.CommandLine")) {
      assertThatThrownBy(() -> Class.forName(type)).isInstanceOf(ClassNotFoundException.class);
    }
  }
}
