package org.relunet.extractor.casrel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.relunet.api.text.TokenSpan;
import org.relunet.api.triple.WordTriple;
import org.relunet.extractor.casrel.CasRelSettings.WrongSubjects;

/** The spans of a sentence whose objects are learned, and which these are. */
final class TaughtSubjects {
  private TaughtSubjects() {}

  /**
   * @return the triples by subject, in the order of the first of each; none for a wrong subject
   */
  static Map<TokenSpan, List<WordTriple>> of(CasRelSettings settings, List<WordTriple> gold) {
    Map<TokenSpan, List<WordTriple>> bySubject = new LinkedHashMap<>();
    for (WordTriple triple : gold) {
      bySubject.computeIfAbsent(triple.subject(), absent -> new ArrayList<>()).add(triple);
    }
    if (settings.wrongSubjects() == WrongSubjects.OBJECTS) {
      gold.forEach(triple -> bySubject.putIfAbsent(triple.object(), List.of()));
    }
    return bySubject;
  }
}
