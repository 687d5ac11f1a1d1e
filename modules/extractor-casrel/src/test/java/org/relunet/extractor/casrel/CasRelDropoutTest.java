package org.relunet.extractor.casrel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.relunet.api.triple.RelationSchema;
import org.relunet.contract.extractor.ExtractorGraph;
import org.relunet.contract.extractor.WordVectors;
import org.relunet.extractor.casrel.CasRelSettings.ObjectHead;
import org.relunet.extractor.casrel.CasRelSettings.SpanPairing;
import org.relunet.extractor.casrel.CasRelSettings.WrongSubjects;

class CasRelDropoutTest {
  @Test
  void dropsPartsOfTheWordsInTrainingOnlyAndAsTheStepsSeedSays() {
    CasRelSettings settings =
        new CasRelSettings(
            0.01, 0, 0, ObjectHead.LINEAR, 1, 0.5, WrongSubjects.NONE, SpanPairing.NEAREST);
    CasRelPart part = new CasRelPart(settings, new RelationSchema(List.of("country")));
    List<WordVectors> batch = List.of(WordVectors.random(8, 6, 1, List.of()));
    try (ExtractorGraph graph = new ExtractorGraph(part, 6)) {
      float loss = graph.loss(batch, 0, 1);
      assertThat(graph.loss(batch, 0, 2)).isNotEqualTo(loss);
      assertThat(graph.loss(batch, 0, 1)).isEqualTo(loss);
      assertThat(graph.triples(batch, 0).get(0)).isNotEmpty();
      assertThat(graph.triples(batch, 0)).isEqualTo(graph.triples(batch, 0));
    }
  }
}
