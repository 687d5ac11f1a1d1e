package org.relunet.training.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.relunet.api.text.Document;
import org.relunet.corpus.AnnotatedText;
import org.relunet.corpus.TextTriple;
import org.relunet.evaluation.calibration.JudgedConfidence;
import org.relunet.evaluation.match.JudgedTriples;
import org.relunet.evaluation.match.MatchRule;
import org.relunet.evaluation.score.EvaluatedText;
import org.relunet.evaluation.score.Evaluation;
import org.relunet.evaluation.score.Evaluator;
import org.relunet.evaluation.threshold.ConfidentText;
import org.relunet.evaluation.threshold.ConfidentTriple;
import org.relunet.evaluation.threshold.ThresholdSweep;
import org.relunet.runtime.TripleEngine;
import org.relunet.runtime.assembly.ModelLoader;
import org.relunet.runtime.extraction.PassageExtractor;
import org.relunet.training.data.UnitSentences;

/**
 * Scores a stored model.
 *
 * @param model to score; triples below its {@code extraction.minimum-confidence} do not count
 * @param rule when a triple is right
 * @param reading how it reads the annotated texts
 */
public record ModelEvaluation(ModelLoader.Loaded model, MatchRule rule, Reading reading) {
  /** Texts read at a time: enough to fill batches of like length. */
  private static final int CHUNK = 512;

  /** As {@link #run(List, List, IntConsumer)}, in silence. */
  public ModelScores run(List<AnnotatedText> texts, List<Document> distractors) {
    return run(texts, distractors, done -> {});
  }

  /**
   * @param texts annotated
   * @param distractors texts without triples, read as extraction does
   * @param progress told the number of texts done, distractors counted on
   */
  public ModelScores run(
      List<AnnotatedText> texts, List<Document> distractors, IntConsumer progress) {
    List<ConfidentText> annotated = new ArrayList<>();
    List<ConfidentText> distracting = new ArrayList<>();
    PassageExtractor extractor = model.passageExtractor();
    try (TripleEngine engine = model.engine(extractor)) {
      Finder extraction = new EngineFinder(engine);
      Finder finder = reading == Reading.EXTRACTION ? extraction : wholeTexts(extractor);
      List<List<ConfidentTriple>> found =
          found(
              finder,
              texts.stream().map(text -> new Document(text.id(), text.text())).toList(),
              progress);
      for (int i = 0; i < texts.size(); i++) {
        annotated.add(
            new ConfidentText(
                texts.get(i).textTriples(),
                JudgedTriples.of(rule, texts.get(i), found.get(i), ConfidentTriple::triple)));
      }
      for (List<ConfidentTriple> wrong :
          found(extraction, distractors, done -> progress.accept(texts.size() + done))) {
        distracting.add(new ConfidentText(List.of(), wrong));
      }
    }
    List<EvaluatedText> evaluated = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      ConfidentText text = annotated.get(i);
      evaluated.add(new EvaluatedText(texts.get(i).id(), text.gold(), triples(text)));
    }
    List<ConfidentText> all = Stream.concat(annotated.stream(), distracting.stream()).toList();
    return new ModelScores(
        evaluation(evaluated, distractors, distracting),
        ThresholdSweep.scores(
            all, rule, ThresholdSweep.thresholds(model.extraction().minimumConfidence())),
        evaluated,
        JudgedConfidence.of(all, rule));
  }

  private Finder wholeTexts(PassageExtractor extractor) {
    return new WholeTextFinder(
        new UnitSentences(model.assembly().tokenizer(), reading.pretokenized()),
        extractor,
        model.extraction().minimumConfidence());
  }

  private static List<List<ConfidentTriple>> found(
      Finder finder, List<Document> documents, IntConsumer progress) {
    List<List<ConfidentTriple>> found = new ArrayList<>();
    for (int start = 0; start < documents.size(); start += CHUNK) {
      found.addAll(
          finder.find(documents.subList(start, Math.min(documents.size(), start + CHUNK))));
      progress.accept(found.size());
    }
    return found;
  }

  private Evaluation evaluation(
      List<EvaluatedText> evaluated, List<Document> distractors, List<ConfidentText> distracting) {
    Evaluator evaluator = new Evaluator(rule);
    evaluated.forEach(evaluator::add);
    for (int i = 0; i < distractors.size(); i++) {
      evaluator.addDistractor(
          EvaluatedText.distractor(distractors.get(i).id(), triples(distracting.get(i))));
    }
    return evaluator.evaluation();
  }

  private static List<TextTriple> triples(ConfidentText text) {
    return text.predicted().stream().map(ConfidentTriple::triple).toList();
  }
}
