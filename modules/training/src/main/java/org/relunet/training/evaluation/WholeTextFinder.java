package org.relunet.training.evaluation;

import java.util.ArrayList;
import java.util.List;
import org.relunet.api.text.Document;
import org.relunet.api.text.Sentence;
import org.relunet.api.triple.ScoredTriple;
import org.relunet.corpus.alignment.TripleText;
import org.relunet.evaluation.threshold.ConfidentTriple;
import org.relunet.runtime.extraction.PassageExtractor;
import org.relunet.training.data.UnitSentences;

/**
 * Reads each text at once, whatever its sentences, as training does; only what the encoder can't
 * take at once is read in windows.
 *
 * @param sentences of a text
 * @param minimumConfidence triples below it are left out
 */
record WholeTextFinder(
    UnitSentences sentences, PassageExtractor extractor, double minimumConfidence)
    implements Finder {
  @Override
  public List<List<ConfidentTriple>> find(List<Document> documents) {
    List<List<Sentence>> read = documents.stream().map(sentences::of).toList();
    List<List<Sentence>> units = read.stream().filter(found -> !found.isEmpty()).toList();
    List<List<ScoredTriple>> found = extractor.extractWhole(units);
    List<List<ConfidentTriple>> triples = new ArrayList<>();
    int next = 0;
    for (int i = 0; i < documents.size(); i++) {
      if (read.get(i).isEmpty()) {
        // no word, so nothing to find
        triples.add(List.of());
      } else {
        triples.add(confident(documents.get(i), Sentence.join(read.get(i)), found.get(next)));
        next++;
      }
    }
    return triples;
  }

  private List<ConfidentTriple> confident(
      Document document, Sentence unit, List<ScoredTriple> found) {
    return found.stream()
        .filter(scored -> scored.confidence() >= minimumConfidence)
        .map(
            scored ->
                new ConfidentTriple(
                    TripleText.of(document.text(), unit, scored.triple(), extractor.schema()),
                    scored.confidence()))
        .toList();
  }
}
