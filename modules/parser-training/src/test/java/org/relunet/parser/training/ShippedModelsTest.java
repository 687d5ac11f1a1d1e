package org.relunet.parser.training;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.relunet.parser.malt.MaltPlugin;
import org.relunet.tokenizer.opennlp.OpenNlpPlugin;

/**
 * The tagger and the parser that ship are those whose scores stand beside them, and good enough.
 */
final class ShippedModelsTest {
  private static final double LEAST_UNLABELED = 0.80;
  private static final double LEAST_LABELED = 0.75;

  private static final JsonNode TAGGER = provenance(OpenNlpPlugin.class);
  private static final JsonNode PARSER = provenance(MaltPlugin.class);

  @Test
  void theHashesAreThoseOfTheModels() throws IOException {
    assertThat(TAGGER.at("/models/tagger.bin").textValue())
        .isEqualTo(sha256(OpenNlpPlugin.class, "tagger.bin"));
    assertThat(PARSER.at("/models/parser.mco").textValue())
        .isEqualTo(sha256(MaltPlugin.class, "parser.mco"));
  }

  @Test
  void bothAreFromTheSameTraining() {
    assertThat(TAGGER).isEqualTo(PARSER);
  }

  @Test
  void theParserIsAsGoodAsTheNetworkNeeds() {
    for (JsonNode provenance : List.of(TAGGER, PARSER)) {
      assertThat(provenance.at("/scores/unlabeledAttachment").doubleValue())
          .isBetween(LEAST_UNLABELED, 1.0);
      assertThat(provenance.at("/scores/labeledAttachment").doubleValue())
          .isBetween(LEAST_LABELED, 1.0);
    }
  }

  private static JsonNode provenance(Class<?> beside) {
    try (InputStream file = beside.getResourceAsStream("provenance.json")) {
      return new ObjectMapper().readTree(file);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String sha256(Class<?> beside, String name) throws IOException {
    try (InputStream file = beside.getResourceAsStream(name)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(file.readAllBytes()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
