package org.relunet.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.relunet.config.ConfigurationReader;
import org.relunet.corpus.AnnotatedText;
import org.relunet.corpus.TextTriple;
import org.relunet.evaluation.baseline.LookupBaseline;
import org.relunet.evaluation.comparison.PairedBootstrap;
import org.relunet.evaluation.comparison.SeenScores;
import org.relunet.evaluation.match.JudgedTriples;
import org.relunet.evaluation.match.MatchRule;
import org.relunet.evaluation.report.TextReport;
import org.relunet.evaluation.score.EvaluatedText;
import org.relunet.runtime.EngineSpecification;
import org.relunet.runtime.assembly.ModelLoader;
import org.relunet.training.evaluation.ModelEvaluation;
import org.relunet.training.evaluation.Reading;
import picocli.CommandLine.Option;

/** What a model's score is held against; mixed into {@code relunet evaluate}. */
final class ComparisonOptions {
  /** The draws of a comparison are the same whenever it is made. */
  private static final long SEED = 1;

  @Option(
      names = "--seen",
      paramLabel = "FILE",
      description = {
        "The annotated texts of the training: scores are split by whether a triple stands in them, and"
            + " a baseline learns from them."
      })
  private Optional<Path> seen = Optional.empty();

  @Option(
      names = "--against",
      paramLabel = "DIR",
      description = "Another model package: F1 less its F1, with a paired bootstrap interval.")
  private Optional<Path> against = Optional.empty();

  @Option(
      names = "--baseline",
      paramLabel = "NAME",
      description = {
        "lookup: score no model, but a table of the triples of --seen, each predicted where both its"
            + " entities stand in the text and it held in a large enough share of such texts."
      })
  private Optional<Baseline> baseline = Optional.empty();

  /** Systems that read nothing. */
  enum Baseline {
    LOOKUP
  }

  /** The training texts, if they are named. */
  record Learned(List<AnnotatedText> texts) {
    List<TextTriple> triples() {
      return texts.stream().flatMap(text -> text.textTriples().stream()).toList();
    }
  }

  boolean isBaseline() {
    return baseline.isPresent();
  }

  boolean needsLearned() {
    return isBaseline() && seen.isEmpty();
  }

  /**
   * @param job tells the files' format
   */
  Optional<Learned> learned(ConfigurationReader job) throws IOException {
    return seen.isPresent()
        ? Optional.of(new Learned(EvaluationTexts.read(seen.get(), job).file().texts()))
        : Optional.empty();
  }

  /** What the baseline finds in the texts. */
  List<EvaluatedText> baseline(Learned learned, List<AnnotatedText> texts, MatchRule rule) {
    LookupBaseline table = LookupBaseline.of(learned.texts());
    return texts.stream()
        .map(
            text ->
                new EvaluatedText(
                    text.id(),
                    text.textTriples(),
                    JudgedTriples.of(rule, text, table.find(text.text()), triple -> triple)))
        .toList();
  }

  /** Lines of the report that compare. */
  List<String> lines(
      List<EvaluatedText> found,
      Optional<Learned> learned,
      List<AnnotatedText> texts,
      EngineSpecification specification,
      Reading reading,
      MatchRule rule) {
    List<String> lines = new ArrayList<>();
    learned.ifPresent(
        training -> lines.addAll(TextReport.lines(SeenScores.of(found, rule, training.triples()))));
    against.ifPresent(
        other ->
            lines.add(
                TextReport.line(
                    PairedBootstrap.of(
                        found, scored(other, specification, reading, rule, texts), rule, SEED),
                    other.toString())));
    return lines;
  }

  private static List<EvaluatedText> scored(
      Path other,
      EngineSpecification specification,
      Reading reading,
      MatchRule rule,
      List<AnnotatedText> texts) {
    ModelLoader.Loaded model =
        ModelLoader.load(
            new EngineSpecification(
                other.toAbsolutePath().normalize().toString(),
                specification.configurationFiles(),
                specification.overrides()));
    return new ModelEvaluation(model, rule, reading).run(texts, List.of()).texts();
  }
}
