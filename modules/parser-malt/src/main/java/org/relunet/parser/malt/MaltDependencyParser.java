package org.relunet.parser.malt;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.relunet.api.plugin.ModelHashes;
import org.relunet.api.plugin.Parser;
import org.relunet.api.syntax.DependencyTree;
import org.relunet.api.text.Sentence;
import org.relunet.api.text.TokenSpan;

/**
 * The parser: MaltParser over sentences of any length. Its time grows with the square of the
 * length, hence the pieces.
 */
final class MaltDependencyParser implements Parser {
  private final int maximumWords;
  private final ThreadLocal<MaltWorker> workers;
  private final ModelHashes models;

  private MaltDependencyParser(MaltModel model, int maximumWords) {
    this.maximumWords = maximumWords;
    workers = ThreadLocal.withInitial(model::worker);
    models = model.hashes();
  }

  static MaltDependencyParser load(MaltSettings settings) {
    MaltModel model =
        settings.model().equals(MaltSettings.DEFAULT_MODEL)
            ? MaltModel.bundled()
            : MaltModel.read(Path.of(settings.model()));
    return new MaltDependencyParser(model, settings.maximumWords());
  }

  @Override
  public ModelHashes models() {
    return models;
  }

  @Override
  public DependencyTree parse(Sentence sentence) {
    try {
      return parse(sentence, workers.get());
    } catch (RuntimeException e) {
      workers.remove(); // it stopped midway: the next sentence gets a fresh one
      throw e;
    }
  }

  private DependencyTree parse(Sentence sentence, MaltWorker worker) {
    int size = sentence.size();
    if (size <= maximumWords) {
      return worker.parse(sentence);
    }
    List<DependencyTree> pieces = new ArrayList<>();
    for (int first = 0; first < size; first += maximumWords) {
      int last = Math.min(first + maximumWords, size) - 1;
      pieces.add(worker.parse(sentence.window(new TokenSpan(first, last))));
    }
    return DependencyTree.join(pieces);
  }
}
