package org.relunet.parser.training;

import com.google.inject.Guice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import opennlp.tools.postag.POSModel;
import org.relunet.api.plugin.Parser;
import org.relunet.parser.conllu.ConlluReader;
import org.relunet.parser.conllu.ConlluSentence;
import org.relunet.parser.malt.MaltPlugin;
import org.relunet.parser.malt.MaltSettings;
import org.relunet.tokenizer.opennlp.WordTagger;

/** Trains tagger and parser on a treebank, and measures them. */
public final class ParserTraining {
  private final TrainingArguments arguments;
  private final TrainingProgress progress;

  public ParserTraining(TrainingArguments arguments, TrainingProgress progress) {
    this.arguments = arguments;
    this.progress = progress;
  }

  public TrainingResult run() throws IOException {
    long started = System.nanoTime();
    int steps = arguments.folds() + 4;
    progress.begin("read the treebanks", 1, steps);
    List<ConlluSentence> train = new ConlluReader().read(arguments.train());
    List<ConlluSentence> dev = new ConlluReader().read(arguments.dev());
    Path taggerFile = arguments.output().resolve("english-ewt-tagger.bin");
    Path parserFile = arguments.output().resolve("english-ewt.mco");
    Files.createDirectories(arguments.output());
    progress.begin("train the tagger", 2, steps);
    POSModel tagger = TaggerTraining.train(train);
    tagger.serialize(taggerFile);
    List<String[]> tags =
        new Jackknife(arguments.folds(), arguments.seed())
            .tags(train, fold -> progress.begin("tag fold " + fold, 3 + fold, steps));
    progress.begin("train the parser", steps - 1, steps);
    MaltTraining.train(train, tags, parserFile);
    progress.begin("measure", steps, steps);
    Parser parser =
        Guice.createInjector(new MaltPlugin().module(new MaltSettings(parserFile.toString(), 1000)))
            .getInstance(Parser.class);
    Scores scores = Evaluation.measure(dev, new WordTagger(tagger), parser);
    return new TrainingResult(
        scores,
        train.size(),
        dev.size(),
        (System.nanoTime() - started) * 1e-9,
        taggerFile,
        parserFile,
        arguments.output());
  }
}
