package org.relunet.contract.extractor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.relunet.contract.extractor.ExtractorExamples.BATCH;
import static org.relunet.contract.extractor.ExtractorExamples.SCHEMA;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.relunet.api.triple.ScoredTriple;
import org.relunet.api.triple.WordTriple;

/**
 * What every extractor plugin must do. A plugin's test extends this once for every set of settings
 * that is worth it; without dropout, or a trained extractor cannot be expected to be sure.
 *
 * @param <C> the plugin's settings
 */
public abstract class ExtractorContract<C extends Record> extends ExtractorTrainingContract<C> {
  @Test
  final void findsTheRelationsOfItsSchema() {
    assertThat(bound().schema()).isEqualTo(SCHEMA);
  }

  @Test
  final void saysWhatItsOutputsMean() {
    var inference = untrained().inference();
    assertThat(inference.meanings().keySet())
        .containsExactlyElementsOf(inference.outputs().keySet());
    assertThat(inference.meanings().values()).allSatisfy(text -> assertThat(text).isNotBlank());
  }

  @Test
  final void learnsTheTriplesOfAFewSentences() {
    List<List<ScoredTriple>> found = trained().triples(BATCH, 0);
    for (int b = 0; b < BATCH.size(); b++) {
      assertThat(found.get(b))
          .as("sentence %s", b)
          .extracting(ScoredTriple::triple)
          .containsExactlyInAnyOrderElementsOf(BATCH.get(b).gold());
    }
  }

  @Test
  final void theFirstOfItsTrialsFindsWhatItFindsItself() {
    List<List<ScoredTriple>> found = trained().triples(BATCH, 0);
    trained()
        .readings(BATCH)
        .ifPresent(
            readings ->
                assertThat(readings.stream().map(reading -> reading.triples(0)).toList())
                    .isEqualTo(found));
  }

  @Test
  final void findsTheSameWhateverThePaddingAndTheOtherSentences() {
    List<List<ScoredTriple>> together = trained().triples(BATCH, 7);
    for (int b = 0; b < BATCH.size(); b++) {
      List<ScoredTriple> alone = trained().triples(List.of(BATCH.get(b)), 0).get(0);
      assertThat(together.get(b))
          .extracting(ScoredTriple::triple)
          .isEqualTo(alone.stream().map(ScoredTriple::triple).toList());
      for (int i = 0; i < alone.size(); i++) {
        assertThat(together.get(b).get(i).confidence())
            .isCloseTo(alone.get(i).confidence(), within(1e-5));
      }
    }
  }

  @Test
  final void findsTheSameEveryTime() {
    assertThat(trained().triples(BATCH, 1)).isEqualTo(trained().triples(BATCH, 1));
  }

  @Test
  final void givesTriplesInTheOrderOfTheirSubjectsWithoutDuplicates() {
    for (List<ScoredTriple> sentence : trained().triples(BATCH, 0)) {
      List<WordTriple> triples = sentence.stream().map(ScoredTriple::triple).toList();
      assertThat(triples).doesNotHaveDuplicates();
      assertThat(triples).extracting(WordTriple::subject).isSorted();
    }
  }

  @Test
  final void givesAListForEverySentenceEvenUntrained() {
    List<List<ScoredTriple>> found = untrained().triples(BATCH, 2);
    assertThat(found).hasSize(BATCH.size());
    for (int b = 0; b < BATCH.size(); b++) {
      int words = BATCH.get(b).size();
      assertThat(found.get(b))
          .extracting(ScoredTriple::triple)
          .allMatch(
              triple ->
                  triple.subject().last() < words
                      && triple.object().last() < words
                      && triple.relation() < SCHEMA.size());
    }
  }
}
