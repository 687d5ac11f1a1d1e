package org.relunet.parser.training;

import com.google.inject.Guice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import opennlp.tools.postag.POSModel;
import org.relunet.api.plugin.Parser;
import org.relunet.parser.conllu.ConlluSentence;
import org.relunet.parser.malt.MaltPlugin;
import org.relunet.parser.malt.MaltSettings;
import org.relunet.tokenizer.opennlp.WordTagger;

/**
 * Trains a part-of-speech tagger and MaltParser on a treebank, measures both, and writes their
 * models: {@value #TAGGER} for {@code tokenizer.opennlp.tagger-model}, {@value #PARSER} for {@code
 * parser.malt.model}, and {@value #PROVENANCE}. The same arguments give the same bytes.
 *
 * <p>The parser learns from predicted tags, see {@link Jackknife}. On 12,500 sentences the training
 * needs 3 GB of memory.
 */
public final class ParserTraining {
  /** Name of the tagger's model file. */
  public static final String TAGGER = "tagger.bin";

  /** Name of the parser's model file. */
  public static final String PARSER = "parser.mco";

  /** Name of the file that tells where the models come from. */
  public static final String PROVENANCE = "provenance.json";

  private static final int MAXIMUM_WORDS = 1000;

  private final TrainingArguments arguments;
  private final TrainingProgress progress;

  public ParserTraining(TrainingArguments arguments, TrainingProgress progress) {
    this.arguments = arguments;
    this.progress = progress;
  }

  /**
   * Trains; takes minutes.
   *
   * @throws UnusableTreebankException if a treebank is missing or cannot be learned from
   * @throws org.relunet.parser.conllu.MalformedConlluException if a treebank breaks the format
   * @throws IOException if a file cannot be read or written
   */
  public TrainingResult run() throws IOException {
    long started = System.nanoTime();
    int steps = arguments.folds() + 4;
    progress.begin("reading the treebanks", 1, steps);
    List<ConlluSentence> train =
        Treebanks.read("--train", arguments.train(), 2 * arguments.folds());
    List<ConlluSentence> dev = Treebanks.read("--dev", arguments.dev(), 1);
    Files.createDirectories(arguments.output());
    progress.begin("training the tagger", 2, steps);
    Path taggerFile = arguments.output().resolve(TAGGER);
    POSModel tagger = TaggerTraining.train(train);
    tagger.serialize(taggerFile);
    ModelArchive.read(taggerFile).withoutDates().write(taggerFile);
    List<String[]> tags =
        new Jackknife(arguments.folds(), arguments.seed())
            .tags(train, fold -> progress.begin(describe(fold), 3 + fold, steps));
    progress.begin("training the parser", steps - 1, steps);
    Path parserFile = arguments.output().resolve(PARSER);
    MaltTraining.train(train, tags, parserFile);
    progress.begin("measuring", steps, steps);
    Scores scores = Evaluation.measure(dev, new WordTagger(tagger)::tag, parser(parserFile));
    Path provenance = arguments.output().resolve(PROVENANCE);
    Provenance.of(
            arguments,
            Provenance.Treebank.of(arguments.train(), train),
            Provenance.Treebank.of(arguments.dev(), dev),
            scores,
            List.of(taggerFile, parserFile))
        .write(provenance);
    double seconds = (System.nanoTime() - started) * 1e-9;
    return new TrainingResult(
        scores, train.size(), dev.size(), seconds, taggerFile, parserFile, provenance);
  }

  private String describe(int fold) {
    return "tagging part " + (fold + 1) + " of " + arguments.folds() + " of the training data";
  }

  private static Parser parser(Path model) {
    MaltSettings settings = new MaltSettings(model.toString(), MAXIMUM_WORDS);
    return Guice.createInjector(new MaltPlugin().module(settings)).getInstance(Parser.class);
  }
}
