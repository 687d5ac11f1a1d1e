package org.relunet.evaluation.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relunet.corpus.TextTriple;
import org.relunet.evaluation.match.MatchRule;
import org.relunet.evaluation.score.EvaluatedText;
import org.relunet.evaluation.score.Evaluation;
import org.relunet.evaluation.score.Evaluator;
import org.relunet.evaluation.score.Score;
import org.relunet.evaluation.threshold.ChosenThreshold;
import org.relunet.evaluation.threshold.ThresholdScore;

class ReportTest {
  private static final TextTriple BORN = new TextTriple("a", "born", "b");
  private static final TextTriple DIED = new TextTriple("c", "died", "d");

  @TempDir Path folder;

  private static Evaluation evaluation(boolean distractors) {
    Evaluator evaluator = new Evaluator(MatchRule.EXACT);
    evaluator.add(new EvaluatedText("1", List.of(BORN, DIED), List.of(BORN)));
    evaluator.add(new EvaluatedText("2", List.of(BORN), List.of()));
    if (distractors) {
      evaluator.addDistractor(EvaluatedText.distractor("3", List.of(DIED)));
    }
    return evaluator.evaluation();
  }

  @Test
  void jsonHoldsRatiosAndCounts() throws IOException {
    Path file = folder.resolve("new").resolve("out.json");
    JsonReport report = new JsonReport();
    report.write(report.tree(evaluation(true)), file);
    JsonNode json = new ObjectMapper().readTree(file.toFile());

    assertThat(json.get("formatVersion").asInt()).isEqualTo(1);
    assertThat(json.get("match").asText()).isEqualTo("exact");
    assertThat(json.get("overall"))
        .hasToString(
            "{\"texts\":2,\"precision\":1.0,\"recall\":0.3333333333333333,\"f1\":0.5,"
                + "\"gold\":3,\"predicted\":1,\"correct\":1}");
    assertThat(json.at("/withDistractors/precision").asDouble()).isEqualTo(0.5);
    assertThat(json.get("distractors"))
        .hasToString("{\"texts\":1,\"textsWithPredictions\":1,\"predicted\":1}");
    assertThat(json.at("/byOverlap/distinct/Normal/texts").asInt()).isEqualTo(2);
    assertThat(json.at("/byOverlap/as-published/SEO/texts").isInt()).isTrue();
    assertThat(json.at("/byTripleCount/2/gold").asInt()).isEqualTo(2);
    assertThat(json.at("/byTripleCount/5+/gold").isInt()).isTrue();
    assertThat(json.at("/byRelation/died/recall").asDouble()).isZero();
    assertThat(json.at("/byRelation/born/texts").isMissingNode()).isTrue();
  }

  @Test
  void jsonLeavesOutDistractorsThatWereNotMeasured() {
    assertThat(new JsonReport().tree(evaluation(false)).has("withDistractors")).isFalse();
  }

  @Test
  void tableShowsEveryBreakdown() {
    List<String> lines = TextReport.lines(evaluation(true), 1);

    assertThat(lines.get(0)).startsWith("exact match, micro average").endsWith("correct");
    assertThat(lines.get(1).split("\\s+"))
        .containsExactly("", "all", "texts", "2", "100.0", "33.3", "50.0", "3", "1", "1");
    assertThat(lines)
        .anyMatch(line -> line.contains("with distractors"))
        .contains("  distractors: 1 triples in 1 of 1 texts")
        .anyMatch(line -> line.startsWith("by overlap, distinct"))
        .anyMatch(line -> line.startsWith("by relation, 1 most frequent of 2"))
        .anyMatch(line -> line.startsWith("  born "))
        .noneMatch(line -> line.startsWith("  died "));
    assertThat(TextReport.lines(evaluation(false), 0))
        .noneMatch(line -> line.contains("distractor") || line.contains("relation"));
  }

  private static final List<ThresholdScore> THRESHOLDS =
      List.of(
          new ThresholdScore(0, new Score(4, 4, 2)), new ThresholdScore(0.7, new Score(4, 2, 2)));

  @Test
  void jsonHoldsTheScoresByLeastConfidence() {
    JsonReport report = new JsonReport();
    ObjectNode json = report.tree(evaluation(false));
    report.addThresholds(json, THRESHOLDS);

    assertThat(json.at("/byConfidence/0/precision").asDouble()).isEqualTo(0.5);
    assertThat(json.at("/byConfidence/1/threshold").asDouble()).isEqualTo(0.7);
    assertThat(json.at("/byConfidence/1/predicted").asInt()).isEqualTo(2);
    assertThat(json.get("bestThreshold").asDouble()).isEqualTo(0.7);
  }

  @Test
  void tableShowsTheLeastConfidenceOfTheBestF1() {
    List<String> lines =
        TextReport.lines(evaluation(false), ChosenThreshold.onTheSameTexts(THRESHOLDS), 0);

    assertThat(lines.get(2).strip().split(" {2,}"))
        .containsExactly(
            "best F1, at --min-confidence 0.7", "100.0", "50.0", "66.7", "4", "2", "2");
    assertThat(lines.get(3)).contains("chosen on these very texts");
  }

  @Test
  void aConfidenceThatOtherTextsChoseIsScoredAsItIs() {
    List<ThresholdScore> others =
        List.of(
            new ThresholdScore(0, new Score(4, 4, 4)), new ThresholdScore(0.7, new Score(4, 1, 1)));
    List<String> lines =
        TextReport.lines(
            evaluation(false), ChosenThreshold.onOtherTexts("dev.json", others, THRESHOLDS), 0);

    assertThat(lines.get(2).strip().split(" {2,}"))
        .containsExactly("at --min-confidence 0.0", "50.0", "50.0", "50.0", "4", "4", "2");
    assertThat(lines.get(3)).contains("chosen on dev.json");
  }
}
