package org.relunet.api.plugin;

import java.util.List;
import org.relunet.api.syntax.DependencyTree;
import org.relunet.api.syntax.ParsedSentence;
import org.relunet.api.text.Sentence;

/** Finds the dependency tree of a sentence. Thread-safe. */
public interface Parser {
  /** A tree over the sentence's words, deterministic for the same sentence. */
  DependencyTree parse(Sentence sentence);

  /** Of the models that it reads; the same for the same models, every time. */
  default ModelHashes models() {
    return ModelHashes.NONE;
  }

  /**
   * Sentences that follow each other as one, each parsed alone.
   *
   * @param sentences at least one, in the order of the text
   */
  default ParsedSentence parseTogether(List<Sentence> sentences) {
    return ParsedSentence.join(
        sentences.stream().map(sentence -> new ParsedSentence(sentence, parse(sentence))).toList());
  }
}
