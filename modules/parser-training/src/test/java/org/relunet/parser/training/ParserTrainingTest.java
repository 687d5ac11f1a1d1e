package org.relunet.parser.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.inject.Guice;
import com.google.inject.Injector;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relunet.api.plugin.Parser;
import org.relunet.api.plugin.Tokenizer;
import org.relunet.api.syntax.DependencyTree;
import org.relunet.api.text.Document;
import org.relunet.api.text.Sentence;
import org.relunet.parser.malt.MaltPlugin;
import org.relunet.parser.malt.MaltSettings;
import org.relunet.tokenizer.opennlp.OpenNlpPlugin;
import org.relunet.tokenizer.opennlp.OpenNlpSettings;
import org.relunet.tokenizer.opennlp.SentenceDetection;
import org.relunet.tokenizer.opennlp.WordSplitting;

final class ParserTrainingTest {
  @TempDir Path directory;

  @Test
  void learnsASimpleTreebankAndMeasuresIt() throws IOException {
    TrainingResult result = train("models");
    assertThat(result.trainSentences()).isEqualTo(120);
    assertThat(result.devSentences()).isEqualTo(20);
    assertThat(result.scores().words()).isGreaterThan(60);
    assertThat(result.scores().tagAccuracy()).isGreaterThan(0.99);
    assertThat(result.scores().unlabeledAttachment()).isGreaterThan(0.99);
    assertThat(result.scores().labeledAttachment()).isGreaterThan(0.99);
    assertThat(result.seconds()).isPositive();
  }

  @Test
  void writesModelsThatThePluginsRead() throws IOException {
    TrainingResult result = train("models");
    Injector injector =
        Guice.createInjector(
            new OpenNlpPlugin()
                .module(
                    new OpenNlpSettings(
                        SentenceDetection.NONE,
                        WordSplitting.WHITESPACE,
                        OpenNlpSettings.DEFAULT_MODEL,
                        OpenNlpSettings.DEFAULT_MODEL,
                        result.tagger().toString())),
            new MaltPlugin().module(new MaltSettings(result.parser().toString(), 1000)));
    Sentence sentence =
        injector
            .getInstance(Tokenizer.class)
            .tokenize(new Document("d", "the old dog sees a cat ."))
            .get(0);
    assertThat(injector.getInstance(Parser.class).parse(sentence))
        .isEqualTo(
            new DependencyTree(
                new int[] {2, 2, 3, -1, 5, 3, 3},
                List.of("det", "amod", "nsubj", "root", "det", "obj", "punct")));
  }

  @Test
  void givesTheSameBytesForTheSameArguments() throws IOException {
    TrainingResult first = train("first");
    TrainingResult second = train("second");
    assertThat(second.tagger()).hasSameBinaryContentAs(first.tagger());
    assertThat(second.parser()).hasSameBinaryContentAs(first.parser());
    assertThat(second.provenance()).hasSameBinaryContentAs(first.provenance());
  }

  @Test
  void writesWhereTheModelsComeFrom() throws IOException {
    TrainingResult result = train("models");
    JsonNode provenance = new ObjectMapper().readTree(result.provenance().toFile());
    assertThat(provenance.at("/train/file").asText()).isEqualTo("train.conllu");
    assertThat(provenance.at("/train/sha256").asText())
        .isEqualTo(Sha256.of(directory.resolve("train.conllu")))
        .hasSize(64);
    assertThat(provenance.at("/train/sentences").asInt()).isEqualTo(120);
    assertThat(provenance.at("/settings/seed").asLong()).isEqualTo(1);
    assertThat(provenance.at("/models/parser.mco").asText()).isEqualTo(Sha256.of(result.parser()));
    assertThat(provenance.at("/scores/labeledAttachment").asDouble())
        .isEqualTo(result.scores().labeledAttachment());
  }

  @Test
  void tellsHowFarItIsAndNothingElse() throws IOException {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream out = System.out;
    List<Integer> steps = new ArrayList<>();
    System.setOut(new PrintStream(printed, true));
    try {
      new ParserTraining(arguments("models"), (description, step, all) -> steps.add(step)).run();
    } finally {
      System.setOut(out);
    }
    assertThat(steps).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9);
    assertThat(printed.toString()).isEmpty();
  }

  @Test
  void namesTheTreebankThatIsMissing() {
    TrainingArguments arguments =
        new TrainingArguments(
            directory.resolve("none.conllu"), directory.resolve("dev.conllu"), directory);
    assertThatThrownBy(() -> run(arguments))
        .isInstanceOf(UnusableTreebankException.class)
        .hasMessageContaining("--train")
        .hasMessageContaining("none.conllu");
  }

  @Test
  void refusesATreebankThatIsTooSmall() {
    Path train = ToyTreebank.write(directory.resolve("small.conllu"), 3, 1);
    assertThatThrownBy(() -> run(new TrainingArguments(train, train, directory)))
        .isInstanceOf(UnusableTreebankException.class)
        .hasMessageContaining("3 sentences, at least 10");
  }

  @Test
  void refusesATreebankWithoutTags() throws IOException {
    Path train = ToyTreebank.write(directory.resolve("untagged.conllu"), 20, 1);
    Files.writeString(train, Files.readString(train).replace("VERB", "_"));
    assertThatThrownBy(() -> run(new TrainingArguments(train, train, directory)))
        .isInstanceOf(UnusableTreebankException.class)
        .hasMessageContaining("untagged.conllu:1")
        .hasMessageContaining("UPOS");
  }

  private TrainingResult train(String output) throws IOException {
    return run(arguments(output));
  }

  private TrainingArguments arguments(String output) {
    return new TrainingArguments(
        ToyTreebank.write(directory.resolve("train.conllu"), 120, 1),
        ToyTreebank.write(directory.resolve("dev.conllu"), 20, 2),
        directory.resolve(output));
  }

  private static TrainingResult run(TrainingArguments arguments) throws IOException {
    return new ParserTraining(arguments, (description, step, steps) -> {}).run();
  }
}
