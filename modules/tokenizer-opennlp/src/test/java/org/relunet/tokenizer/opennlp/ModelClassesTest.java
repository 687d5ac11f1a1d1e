package org.relunet.tokenizer.opennlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import opennlp.tools.postag.POSModel;
import opennlp.tools.postag.POSTaggerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model file cannot make the program run a class of its choice. */
final class ModelClassesTest {
  private static final String OURS = UniversalTaggerFactory.class.getName();

  /** On the class path, and loadable by OpenNLP; but a model may not name it. */
  public static final class Foreign extends POSTaggerFactory {
    static {
      Loading.seen = true;
    }
  }

  private static final class Loading {
    static boolean seen;
  }

  @TempDir Path directory;

  @Test
  void aFactoryThatIsNotOnTheListIsRefusedBeforeItIsLoaded() throws IOException {
    Path model = manifest("factory=" + Foreign.class.getName());

    assertThatThrownBy(() -> load(model))
        .hasMessageStartingWith("tokenizer.opennlp.tagger-model: cannot read " + model)
        .hasMessageContaining(
            "its part manifest.properties names the class '" + Foreign.class.getName() + "'")
        .hasMessageContaining("use a model that was made with these");
    assertThat(Loading.seen).isFalse();
  }

  @Test
  void aSerializerIsRefused() throws IOException {
    Path model = manifest("factory=" + OURS + "\nserializer-class-evil=org.example.Evil");

    assertThatThrownBy(() -> load(model)).hasMessageContaining("'org.example.Evil'");
  }

  @Test
  void aFeatureGeneratorOfAnotherIsRefused() throws IOException {
    Path model =
        tagger(
            "generator.featuregen",
            none -> "<featureGenerators><generator class='org.example.Evil'/></featureGenerators>");

    assertThatThrownBy(() -> load(model)).hasMessageContaining("'org.example.Evil'");
  }

  @Test
  void theSameModelUnchangedIsRead() throws IOException {
    assertThat(load(manifest("factory=" + OURS)).getFactory())
        .isInstanceOf(UniversalTaggerFactory.class);
  }

  private static POSModel load(Path model) {
    return new ModelFiles().load("tagger-model", model.toString(), "/none", POSModel::new);
  }

  /** The tagger that ships, with something else for the factory that its manifest names. */
  private Path manifest(String factory) throws IOException {
    return tagger("manifest.properties", text -> text.replace("factory=" + OURS, factory));
  }

  /** The tagger that ships, with a text in it changed. */
  private Path tagger(String name, UnaryOperator<String> change) throws IOException {
    ByteArrayOutputStream changed = new ByteArrayOutputStream();
    try (InputStream shipped = OpenNlpTokenizer.class.getResourceAsStream("tagger.bin");
        ZipInputStream in = new ZipInputStream(shipped);
        ZipOutputStream out = new ZipOutputStream(changed)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        byte[] content = in.readAllBytes();
        if (entry.getName().equals(name)) {
          content =
              change
                  .apply(new String(content, StandardCharsets.UTF_8))
                  .getBytes(StandardCharsets.UTF_8);
        }
        out.putNextEntry(new ZipEntry(entry.getName()));
        out.write(content);
      }
    }
    return Files.write(directory.resolve("tagger.bin"), changed.toByteArray());
  }
}
