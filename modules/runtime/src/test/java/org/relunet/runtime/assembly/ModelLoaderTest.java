package org.relunet.runtime.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relunet.config.problem.ConfigurationException;
import org.relunet.graph.parameter.Parameters;
import org.relunet.model.store.manifest.ModelPackageException;
import org.relunet.runtime.EngineSpecification;
import org.relunet.runtime.extraction.ExtractionSettings;
import org.relunet.runtime.testing.PackageCopy;
import org.relunet.runtime.testing.TinyModel;

final class ModelLoaderTest {
  @TempDir Path directory;

  private static ModelLoader.Loaded load(String... overrides) {
    return ModelLoader.load(TinyModel.specification(overrides));
  }

  private Path copy() throws IOException {
    return PackageCopy.of(directory.resolve("copy"));
  }

  private static EngineSpecification at(Path model) {
    return new EngineSpecification(model.toString(), List.of(), List.of());
  }

  @Test
  void filesLieOverTheModelsOwnSettingsAndOverridesOverFiles() throws IOException {
    Path job = directory.resolve("job.yaml");
    Files.writeString(job, "extraction:\n  window-words: 50\n  window-overlap: 10\n");

    ModelLoader.Loaded loaded =
        ModelLoader.load(
            new EngineSpecification(
                TinyModel.directory().toString(),
                List.of(job.toString()),
                List.of("extraction.window-overlap=7")));

    ExtractionSettings settings =
        loaded.configuration().section("extraction", ExtractionSettings.class);
    assertThat(settings.windowWords()).isEqualTo(50);
    assertThat(settings.windowOverlap()).isEqualTo(7);
    assertThat(loaded.assembly().parts().relunet().coreSizes()).containsExactly(4, 2);
    assertThat(loaded.assembly().parts().extractor().schema().relations())
        .containsExactly("bornIn", "worksFor");
  }

  @Test
  void howDocumentsAreReadComesWithTheModel() {
    assertThat(load().model().configuration())
        .contains("\nextraction:\n  minimum-confidence: 0.25\n");
    assertThat(load().extraction().minimumConfidence()).isEqualTo(0.25);
    assertThat(load("extraction.minimum-confidence=0.5").extraction().minimumConfidence())
        .isEqualTo(0.5);
  }

  @Test
  void anotherExtractorThanTheModelsIsRefused() {
    assertThatThrownBy(() -> load("extractor.plugin=pair"))
        .isInstanceOf(ModelPackageException.class)
        .hasMessageContaining("trained with the extractor 'casrel'")
        .hasMessageContaining("extractor.plugin is 'pair'");
  }

  @Test
  void aSettingOfAnotherExtractorThanTheModelsIsRefusedByItsKey() {
    assertThatThrownBy(() -> load("extractor.pair.candidates=20"))
        .isInstanceOf(ModelPackageException.class)
        .hasMessageContaining("has the extractor 'casrel'")
        .hasMessageContaining("extractor.pair.candidates=20 has no effect")
        .hasMessageContaining("extractor.casrel");
    assertThat(load("extractor.casrel.threshold=0.4").configuration()).isNotNull();
  }

  @Test
  void aMissingModelIsNamedWithOneThatMayBeMeant() throws IOException {
    Files.createDirectory(directory.resolve("webnlg"));

    assertThatThrownBy(() -> ModelLoader.load(at(directory.resolve("webnlgg"))))
        .isInstanceOf(ModelPackageException.class)
        .hasMessageContaining(directory.resolve("webnlgg") + " cannot be used")
        .hasMessageContaining("there is no such directory")
        .hasMessageContaining("webnlg'?");
  }

  @Test
  void aChangedFileIsRefused() throws IOException {
    Path model = copy();
    PackageCopy.damage(model);

    assertThatThrownBy(() -> ModelLoader.load(at(model)))
        .isInstanceOf(ModelPackageException.class)
        .hasMessageContaining(PackageCopy.VALUES)
        .hasMessageContaining("SHA-256");
  }

  @Test
  void aTruncatedFileIsRefused() throws IOException {
    Path model = copy();
    try (FileChannel file =
        FileChannel.open(model.resolve(PackageCopy.VALUES), StandardOpenOption.WRITE)) {
      file.truncate(100);
    }

    assertThatThrownBy(() -> ModelLoader.load(at(model)))
        .isInstanceOf(ModelPackageException.class)
        .hasMessageContaining(PackageCopy.VALUES)
        .hasMessageContaining("100");
  }

  @Test
  void anUnknownKeyIsNamedWithTheOneThatWasMeant() {
    assertThatThrownBy(() -> load("extraction.window-wrods=50", "sesion.intra-op-threads=1"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("'window-wrods'")
        .hasMessageContaining("Did you mean 'window-words'?")
        .hasMessageContaining("Did you mean 'session'?");
  }

  @Test
  void anUnknownPluginIsNamedWithTheOneThatWasMeant() {
    assertThatThrownBy(() -> load("parser.plugin=mlat"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("unknown parser 'mlat'")
        .hasMessageContaining("conllu, malt")
        .hasMessageContaining("Did you mean 'malt'?");
  }

  @Test
  void anotherEncoderThanTheModelsIsRefused() throws IOException {
    Path model = TinyModel.directory();
    Path other = Files.createDirectory(directory.resolve("other"));
    List<String> pieces =
        Files.readAllLines(model.resolveSibling("vocabulary").resolve("vocab.txt"));
    Files.write(
        other.resolve("vocab.txt"),
        pieces.stream().map(piece -> piece.equals("rome") ? "cairo" : piece).toList());

    assertThatThrownBy(() -> load("encoder.transformer.random.tokenizer=" + other))
        .isInstanceOf(ModelPackageException.class)
        .hasMessageContaining("it was trained on the encoder vocabulary")
        .hasMessageContaining("the configured one is other")
        .hasMessageContaining("encoder.transformer.weights");
  }

  @Test
  void anotherPieceTokenizerThanTheEncodersIsRefused() throws IOException {
    Path model = copy();
    Path tokenizer = model.resolve("tokenizer/tokenizer.json");
    Files.writeString(tokenizer, Files.readString(tokenizer).replace("\"rome\"", "\"cairo\""));
    PackageCopy.seal(model);

    assertThatThrownBy(() -> ModelLoader.load(at(model)))
        .isInstanceOf(ModelPackageException.class)
        .hasMessageContaining("its piece tokenizer")
        .hasMessageContaining("tokenizer/tokenizer.json")
        .hasMessageContaining("encoder.transformer.weights");
  }

  @Test
  void aPackageOfAnEarlierBuildHasNoPieceTokenizerAndIsLoaded() throws IOException {
    Path model = copy();
    Files.delete(model.resolve("tokenizer/tokenizer.json"));
    PackageCopy.seal(model);

    assertThat(ModelLoader.load(at(model)).model().tokenizerFile()).isEmpty();
  }

  @Test
  void aNetworkOfOtherShapeIsRefused() {
    ModelLoader.Loaded loaded = load("extractor.casrel.object-hidden=64");

    assertThatThrownBy(() -> loaded.network(Parameters.Storage.SINGLE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(
            "casrel.object.hidden_word.kernel: expected shape [32, 64] but stored is [32, 32]");
  }

  @Test
  void aNetworkThatWouldLeaveOutWhatWasLearnedIsRefused() {
    ModelLoader.Loaded loaded = load("relunet.enabled=false");

    assertThatThrownBy(() -> loaded.network(Parameters.Storage.SINGLE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("were its settings changed?")
        .hasMessageContaining("relunet.");
  }
}
