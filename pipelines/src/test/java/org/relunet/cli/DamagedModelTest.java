package org.relunet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Copies of the default model that are not whole. */
class DamagedModelTest {
  private static final String ROOT = "/org/relunet/model/webnlg/";
  private static final String VARIABLES = "saved_model/variables/variables.data-00000-of-00001";

  @TempDir Path directory;

  @Test
  void aModelThatIsNotThereIsRefused() {
    Path none = directory.resolve("nowhere");
    refused(none, "there is no such directory. Name an existing one with --model");
  }

  @Test
  void aNameThatNoBundledModelHasIsRefused() {
    Program.Run run = Program.run("extract", "--text", "x", "--model", "webnlgg");

    assertThat(run.status()).isEqualTo(ExitStatus.FAILED);
    assertThat(run.err())
        .contains("webnlgg", "no bundled model of this name", "webnlg", "Did you mean 'webnlg'?");
  }

  /** As a script says whose variable is not set. */
  @Test
  void anEmptyPinPinsNothingAndIsRefused() {
    Program.Run digest = Program.run("extract", "--text", "x", "--model-sha256", "");
    Program.Run key = Program.run("extract", "--text", "x", "--model-key", "");

    assertThat(digest.status()).isEqualTo(ExitStatus.FAILED);
    assertThat(digest.err()).contains("--model-sha256 is empty; give 64 hexadecimal digits");
    assertThat(key.status()).isEqualTo(ExitStatus.FAILED);
    assertThat(key.err()).contains("--model-key is empty; name a file");
  }

  @Test
  void aTruncatedFileIsNamed() throws IOException {
    Path model = copy();
    try (FileChannel file = FileChannel.open(model.resolve(VARIABLES), StandardOpenOption.WRITE)) {
      file.truncate(10_000_000);
    }
    refused(model, VARIABLES + ": it has 10000000 bytes, the manifest says ");
  }

  @Test
  void oneChangedByteIsNoticedAndItsFileNamed() throws IOException {
    Path model = copy();
    byte[] graph = Files.readAllBytes(model.resolve("saved_model/saved_model.pb"));
    graph[graph.length / 2] ^= 1;
    Files.write(model.resolve("saved_model/saved_model.pb"), graph);
    refused(model, "saved_model/saved_model.pb: SHA-256 is ");
  }

  @Test
  void aFileThatIsMissingIsNamed() throws IOException {
    Path model = copy();
    Files.delete(model.resolve("relations.json"));
    refused(model, "relations.json: the file is missing");
  }

  private static void refused(Path model, String reason) {
    Program.Run run =
        Program.run("extract", "--model", model.toString(), "--text", "Ann likes Bob.");
    assertThat(run.status()).isEqualTo(ExitStatus.FAILED);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .startsWith("relunet: error: model " + model + " cannot be used: " + reason)
        .hasLineCount(1);
  }

  private Path copy() throws IOException {
    Path model = directory.resolve("model");
    copy("manifest.json", model);
    JsonNode manifest = new JsonMapper().readTree(model.resolve("manifest.json").toFile());
    for (JsonNode file : manifest.get("files")) {
      copy(file.get("path").textValue(), model);
    }
    return model;
  }

  private static void copy(String path, Path model) throws IOException {
    Path target = model.resolve(path);
    Files.createDirectories(target.getParent());
    try (InputStream content = DamagedModelTest.class.getResourceAsStream(ROOT + path)) {
      Files.copy(content, target);
    }
  }
}
