package org.relunet.runtime.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relunet.api.syntax.DependencyTree;
import org.relunet.api.text.Document;
import org.relunet.api.text.Sentence;
import org.relunet.api.triple.ScoredTriple;
import org.relunet.api.triple.WordTriple;
import org.relunet.model.store.json.StrictJson;
import org.relunet.network.ServingSignature;
import org.relunet.network.TensorDescription;
import org.relunet.runtime.extraction.PassageExtractor;
import org.relunet.runtime.testing.TinyModel;

final class ModelExportTest {
  private static final List<String> TEXTS =
      List.of(
          "Anna was born in Rome .",
          "indeed people say Boris works for Acme today .",
          "nobody knows why Clara was born in Oslo rain .",
          "David works for Initech and Emma was born in Paris .");

  @TempDir static Path directory;
  private static ModelLoader.Loaded model;
  private static Path export;

  @BeforeAll
  static void export() throws IOException {
    model = ModelLoader.load(TinyModel.specification());
    export = directory.resolve("export");
    model.export(export);
  }

  @Test
  void aReaderWithoutAnythingOfOursFindsWhatTheEngineFinds()
      throws IOException, InterruptedException {
    List<Sentence> sentences = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    for (String text : TEXTS) {
      Sentence sentence = model.assembly().tokenizer().tokenize(new Document("d", text)).get(0);
      sentences.add(sentence);
      lines.add(String.join(" ", sentence.words()) + "\t" + heads(sentence));
    }
    Path file = Files.write(directory.resolve("sentences"), lines);

    Map<String, Double> found = new TreeMap<>();
    for (String line : PlainProcess.read(export, file)) {
      String triple = line.substring("triple ".length(), line.lastIndexOf(' '));
      found.put(triple, Double.valueOf(line.substring(line.lastIndexOf(' ') + 1)));
    }

    Map<String, Double> expected = told(sentences);
    assertThat(expected).hasSizeGreaterThanOrEqualTo(TEXTS.size());
    assertThat(found.keySet()).isEqualTo(expected.keySet());
    expected.forEach(
        (triple, confidence) ->
            assertThat(found.get(triple)).as(triple).isCloseTo(confidence, within(1e-5)));
  }

  private static String heads(Sentence sentence) {
    DependencyTree tree = model.assembly().parser().parse(sentence);
    return IntStream.range(0, tree.size())
        .mapToObj(word -> Integer.toString(tree.head(word)))
        .collect(Collectors.joining(" "));
  }

  private static Map<String, Double> told(List<Sentence> sentences) {
    Map<String, Double> told = new TreeMap<>();
    try (PassageExtractor extractor = model.passageExtractor()) {
      List<List<ScoredTriple>> triples =
          extractor.extract(sentences.stream().map(List::of).toList());
      for (int i = 0; i < sentences.size(); i++) {
        for (ScoredTriple scored : triples.get(i)) {
          WordTriple triple = scored.triple();
          told.put(
              "%d %d-%d %s %d-%d"
                  .formatted(
                      i,
                      triple.subject().first(),
                      triple.subject().last(),
                      extractor.schema().name(triple.relation()),
                      triple.object().first(),
                      triple.object().last()),
              scored.confidence());
        }
      }
    }
    return told;
  }

  @Test
  void theSignatureIsDescribedAsTheModelHasIt() throws IOException {
    ServingSignature signature =
        StrictJson.read(
            Files.readString(export.resolve(ModelExport.SIGNATURE)), ServingSignature.class);

    assertThat(signature.name()).isEqualTo("serving_default");
    assertThat(signature.inputs())
        .extracting(TensorDescription::name, TensorDescription::type, TensorDescription::shape)
        .containsExactly(
            tuple("piece_ids", "DT_INT32", List.of(-1L, -1L)),
            tuple("piece_mask", "DT_FLOAT", List.of(-1L, -1L)),
            tuple("alignment", "DT_FLOAT", List.of(-1L, -1L, -1L)),
            tuple("adjacency", "DT_FLOAT", List.of(-1L, -1L, -1L)),
            tuple("word_mask", "DT_FLOAT", List.of(-1L, -1L)),
            tuple("word_forms", "DT_FLOAT", List.of(-1L, -1L, 18L)));
    assertThat(signature.outputs())
        .extracting(TensorDescription::name)
        .containsExactly("subjects", "subject_probabilities", "object_probabilities");
    assertThat(Files.readString(export.resolve(ModelExport.README)))
        .contains(
            model.model().version(),
            "`tokenizer/tokenizer.json`",
            "| `piece_ids` | `DT_INT32` | [-1, -1] |",
            "tokenizer\n`opennlp`",
            "parser `malt`",
            "number 2 + r",
            "above 0.5");
  }

  @Test
  void whatIsBesideTheSavedModelIsThePackagesOwn() {
    assertThat(export.resolve("relations.json"))
        .hasSameBinaryContentAs(model.model().relationsFile());
    assertThat(export.resolve("MODEL_CARD.md"))
        .hasSameBinaryContentAs(model.model().modelCardFile());
    assertThat(export.resolve("tokenizer/tokenizer.json"))
        .hasSameBinaryContentAs(model.model().tokenizerFile().orElseThrow());
  }
}
