package org.relunet.pipeline.kafka;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClientPropertiesTest {
  @TempDir private Path directory;
  private Path secrets;

  @BeforeEach
  void secrets() throws IOException {
    secrets = Files.writeString(directory.resolve("secrets"), "password=s3cret\n");
  }

  private static void require(Map<String, String> properties) {
    new ClientProperties(Map.of("USER", "ann")).require("file", properties);
  }

  @Test
  void everythingThatIsWrongIsNamedBeforeAnythingStarts() {
    assertThatThrownBy(
            () ->
                require(
                    Map.of(
                        "sasl.jaas.config",
                            "user=${env:USRE} password=${file:%s:pasword}".formatted(secrets),
                        "ssl.key.password", "${file:/no/such:a}",
                        "ssl.keystore.key", "${vault:a:b}",
                        "securty.protocol", "SASL_SSL",
                        "producer.max.poll.record", "7",
                        "consumer.max.poll.record", "7")))
        .isInstanceOf(KafkaProblem.class)
        .hasMessageStartingWith("file: ")
        .hasMessageContaining(
            "unknown property of Kafka's clients 'securty.protocol'. Did you mean 'security.protocol'?")
        .hasMessageContaining("Did you mean 'max.poll.records'?")
        .hasMessageContaining("${env:USRE}: the environment has no variable 'USRE'")
        .hasMessageContaining(
            "unknown key 'pasword'; available: password. Did you mean 'password'?")
        .hasMessageContaining("${file:/no/such:a}: the file cannot be read (NoSuchFileException)")
        .hasMessageContaining("unknown source of secrets 'vault'; available: env, file")
        .hasMessageNotContaining("s3cret");
  }

  @Test
  void whatIsThereAndWhatClassesOfTheUsersOwnNeedIsTaken() {
    assertThatCode(
            () ->
                require(
                    Map.of(
                        "sasl.jaas.config", "${env:USER} ${file:%s:password}".formatted(secrets),
                        "security.protocol", "SASL_SSL",
                        "producer.linger.ms", "9",
                        "acme.tracing.endpoint", "x",
                        "config.providers", "env,file,vault",
                        "config.providers.vault.class", "acme.Vault",
                        "ssl.keystore.key", "${vault:a:b}")))
        .doesNotThrowAnyException();
  }
}
