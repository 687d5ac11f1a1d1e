package org.relunet.tokenizer.opennlp;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import opennlp.tools.postag.POSModel;
import opennlp.tools.sentdetect.SentenceModel;
import opennlp.tools.tokenize.TokenizerModel;
import org.relunet.api.plugin.ModelHashes;
import org.relunet.api.plugin.Tokenizer;
import org.relunet.api.text.CharacterSpan;
import org.relunet.api.text.Document;
import org.relunet.api.text.Sentence;

/** The tokenizer. Models are shared between threads, what works with them is each thread's own. */
final class OpenNlpTokenizer implements Tokenizer {
  private static final String SENTENCES = "/opennlp-en-ud-ewt-sentence-1.3-2.5.4.bin";
  private static final String TOKENS = "/opennlp-en-ud-ewt-tokens-1.3-2.5.4.bin";
  private static final String TAGS = "/org/relunet/tokenizer/opennlp/tagger.bin";

  private final ThreadLocal<TokenizerWorker> workers;

  private final ModelHashes models;

  private OpenNlpTokenizer(Supplier<TokenizerWorker> worker, ModelHashes models) {
    this.models = models;
    workers = ThreadLocal.withInitial(worker);
  }

  static OpenNlpTokenizer load(OpenNlpSettings settings) {
    ModelFiles files = new ModelFiles();
    POSModel tagger = files.load("tagger-model", settings.taggerModel(), TAGS, POSModel::new);
    Abbreviations abbreviations = new Abbreviations();
    Supplier<SentenceSplitter> sentences =
        switch (settings.sentenceDetector()) {
          case MODEL -> {
            SentenceModel model =
                files.load(
                    "sentence-model", settings.sentenceModel(), SENTENCES, SentenceModel::new);
            yield () -> new ModelSentenceSplitter(model, abbreviations);
          }
          case NONE -> () -> (text, found) -> found.add(0, text.length());
        };
    Supplier<WordSplitter> words =
        switch (settings.wordTokenizer()) {
          case MODEL -> {
            TokenizerModel model =
                files.load("token-model", settings.tokenModel(), TOKENS, TokenizerModel::new);
            yield () -> new ModelWordSplitter(new WordCuts(model, abbreviations), abbreviations);
          }
          case WHITESPACE -> WhitespaceWordSplitter::new;
        };
    return new OpenNlpTokenizer(
        () -> new TokenizerWorker(sentences.get(), words.get(), new WordTagger(tagger)),
        files.opened());
  }

  @Override
  public ModelHashes models() {
    return models;
  }

  @Override
  public List<Sentence> tokenize(Document document) {
    List<Sentence> sentences = new ArrayList<>();
    workers.get().tokenize(document.text(), sentences);
    return List.copyOf(sentences);
  }

  @Override
  public List<Sentence> tokenize(Document document, List<CharacterSpan> words) {
    List<Sentence> sentences = new ArrayList<>();
    workers.get().tokenize(document.text(), words, sentences);
    return List.copyOf(sentences);
  }
}
