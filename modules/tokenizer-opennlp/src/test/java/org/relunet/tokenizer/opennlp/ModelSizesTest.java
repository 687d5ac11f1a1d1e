package org.relunet.tokenizer.opennlp;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.relunet.contract.bound.Bounds;

final class ModelSizesTest {
  private static byte[] classifier(int outcomes, int patterns, String pattern, int predicates)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeUTF("Perceptron");
    out.writeInt(outcomes);
    out.writeUTF("NOUN");
    out.writeInt(patterns);
    out.writeUTF(pattern);
    out.writeInt(predicates);
    out.writeUTF("w=dog");
    out.writeDouble(0.5);
    return bytes.toByteArray();
  }

  private static void check(byte[] classifier) throws Exception {
    Bounds.megabytes(1, 5)
        .within(
            () -> {
              ModelSizes.check("pos.model", classifier);
              return true;
            });
  }

  @Test
  void acceptsWhatIsThere() {
    assertThatCode(() -> check(classifier(1, 1, "1 0", 1))).doesNotThrowAnyException();
  }

  @Test
  void refusesCountsThatTheBytesDoNotBearOut() {
    int many = Integer.MIN_VALUE; // 2^31
    assertThatThrownBy(() -> check(classifier(many, 1, "1 0", 1)))
        .hasMessageContaining("pos.model")
        .hasMessageContaining("2147483648 outcomes");
    assertThatThrownBy(() -> check(classifier(1, 9_000_000, "1 0", 1)))
        .hasMessageContaining("9000000 patterns");
    assertThatThrownBy(() -> check(classifier(1, 1, "1 0", 1_000_000)))
        .hasMessageContaining("1000000 predicates");
    assertThatThrownBy(() -> check(classifier(1, 1, "2000000000 0", 1)))
        .hasMessageContaining("2000000000");
    assertThatThrownBy(() -> check(classifier(1, 1, "1 7", 1))).hasMessageContaining("outcome 7");
    assertThatThrownBy(() -> check(classifier(1, 1, " ", 1))).hasMessageContaining("damaged");
    assertThatThrownBy(() -> check(new byte[] {0, 90})).hasMessageContaining("cut short");
  }

  @Test
  void refusesAnArchiveThatUnpacksWithoutBound() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("pos.model"));
      for (int i = 0; i < 1_000; i++) {
        zip.write(new byte[1 << 20]);
      }
    }
    byte[] bomb = bytes.toByteArray();
    assertThatThrownBy(() -> Bounds.megabytes(128, 10).within(() -> checked(bomb)))
        .hasMessageContaining("times its size");
  }

  private static byte[] checked(byte[] archive) throws IOException {
    CheckedModel.rewritten(archive);
    return archive;
  }
}
