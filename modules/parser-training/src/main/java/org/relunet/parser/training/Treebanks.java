package org.relunet.parser.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.relunet.api.text.Token;
import org.relunet.parser.conllu.ConlluReader;
import org.relunet.parser.conllu.ConlluSentence;

/** Reads treebanks and refuses those that cannot be learned from. */
final class Treebanks {
  private Treebanks() {}

  /**
   * @param option the command's option that names the file
   * @param fewest sentences that it must have
   */
  static List<ConlluSentence> read(String option, Path file, int fewest) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new UnusableTreebankException(
          option + ": there is no file " + file.toAbsolutePath() + "; name a CoNLL-U file");
    }
    List<ConlluSentence> sentences = new ConlluReader().read(file);
    if (sentences.size() < fewest) {
      throw new UnusableTreebankException(
          option
              + ": "
              + file
              + " holds "
              + sentences.size()
              + " sentences, at least "
              + fewest
              + " are needed");
    }
    for (ConlluSentence sentence : sentences) {
      if (sentence.tags().contains(Token.NO_TAG)) {
        throw new UnusableTreebankException(
            option
                + ": "
                + file
                + ":"
                + sentence.line()
                + ": a sentence has words without a universal part of speech (column 4, UPOS)");
      }
    }
    return sentences;
  }
}
