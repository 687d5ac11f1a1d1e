package org.relunet.extractor.casrel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.relunet.api.plugin.ExtractorPlugin;
import org.relunet.api.text.TokenSpan;
import org.relunet.api.triple.ScoredTriple;
import org.relunet.api.triple.WordTriple;
import org.relunet.contract.extractor.ExtractorContract;
import org.relunet.contract.extractor.ExtractorGraph;
import org.relunet.contract.extractor.WordVectors;
import org.relunet.extractor.casrel.CasRelSettings.ObjectHead;
import org.relunet.extractor.casrel.CasRelSettings.SpanPairing;
import org.relunet.extractor.casrel.CasRelSettings.WrongSubjects;
import org.relunet.graph.part.ExtractorPart;

class HiddenObjectHeadContractTest extends ExtractorContract<CasRelSettings> {
  @Override
  protected ExtractorPlugin<CasRelSettings> plugin() {
    return new CasRelPlugin();
  }

  @Override
  protected CasRelSettings settings() {
    return new CasRelSettings(
        0.5, 0, 0, ObjectHead.HIDDEN, 32, 0, WrongSubjects.NONE, SpanPairing.NEAREST);
  }

  @Test
  void learnsAChainInWhichAnObjectIsASubjectAsTheLinearHeadCannot() {
    TokenSpan first = new TokenSpan(0, 0);
    TokenSpan second = new TokenSpan(2, 2);
    List<WordTriple> chain =
        List.of(new WordTriple(first, 0, second), new WordTriple(second, 1, new TokenSpan(4, 4)));
    List<WordVectors> batch = List.of(WordVectors.random(6, 16, 9, chain));
    try (ExtractorGraph graph = new ExtractorGraph((ExtractorPart) bound(), 16)) {
      graph.train(batch, 300, 0.03f);
      assertThat(graph.triples(batch, 0).get(0))
          .extracting(ScoredTriple::triple)
          .containsExactlyElementsOf(chain);
    }
  }
}
