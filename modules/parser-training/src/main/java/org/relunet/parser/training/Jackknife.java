package org.relunet.parser.training;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.relunet.parser.conllu.ConlluSentence;
import org.relunet.tokenizer.opennlp.WordTagger;

/**
 * Tags training data with taggers that have not seen it, so that the parser learns from tags as
 * faulty as those it will meet.
 */
final class Jackknife {
  private final int folds;
  private final long seed;

  Jackknife(int folds, long seed) {
    this.folds = folds;
    this.seed = seed;
  }

  /** Tells that a fold is about to be trained, from 0. */
  interface FoldProgress {
    void begin(int fold);
  }

  /** The sentences' predicted tags, in order. */
  List<String[]> tags(List<ConlluSentence> sentences, FoldProgress progress) throws IOException {
    Random random = new Random(seed);
    int[] foldOf = sentences.stream().mapToInt(sentence -> random.nextInt(folds)).toArray();
    String[][] tags = new String[sentences.size()][];
    for (int fold = 0; fold < folds; fold++) {
      progress.begin(fold);
      List<ConlluSentence> others = new ArrayList<>();
      for (int i = 0; i < foldOf.length; i++) {
        if (foldOf[i] != fold) {
          others.add(sentences.get(i));
        }
      }
      WordTagger tagger = new WordTagger(TaggerTraining.train(others));
      for (int i = 0; i < foldOf.length; i++) {
        if (foldOf[i] == fold) {
          tags[i] = tagger.tag(sentences.get(i).forms());
        }
      }
    }
    return Arrays.asList(tags);
  }
}
