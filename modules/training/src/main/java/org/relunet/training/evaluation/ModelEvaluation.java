package org.relunet.training.evaluation;

import java.util.List;
import org.relunet.api.text.Document;
import org.relunet.corpus.AnnotatedText;
import org.relunet.evaluation.match.MatchRule;
import org.relunet.evaluation.score.EvaluatedText;
import org.relunet.evaluation.score.Evaluation;
import org.relunet.evaluation.score.Evaluator;
import org.relunet.evaluation.threshold.ConfidentTriple;
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

  /**
   * @param texts annotated
   * @param distractors texts without triples, read as extraction does
   */
  public Evaluation run(List<AnnotatedText> texts, List<Document> distractors) {
    Evaluator evaluator = new Evaluator(rule);
    PassageExtractor extractor = model.passageExtractor();
    try (TripleEngine engine = model.engine(extractor)) {
      Finder extraction = new EngineFinder(engine);
      Finder finder = reading == Reading.EXTRACTION ? extraction : wholeTexts(extractor);
      for (int start = 0; start < texts.size(); start += CHUNK) {
        annotated(texts.subList(start, Math.min(texts.size(), start + CHUNK)), finder, evaluator);
      }
      for (int start = 0; start < distractors.size(); start += CHUNK) {
        distracting(
            distractors.subList(start, Math.min(distractors.size(), start + CHUNK)),
            extraction,
            evaluator);
      }
    }
    return evaluator.evaluation();
  }

  private Finder wholeTexts(PassageExtractor extractor) {
    return new WholeTextFinder(
        new UnitSentences(model.assembly().tokenizer(), reading.pretokenized()),
        extractor,
        model.extraction().minimumConfidence());
  }

  private static void annotated(List<AnnotatedText> texts, Finder finder, Evaluator evaluator) {
    List<List<ConfidentTriple>> found =
        finder.find(texts.stream().map(text -> new Document(text.id(), text.text())).toList());
    for (int i = 0; i < texts.size(); i++) {
      AnnotatedText text = texts.get(i);
      evaluator.add(
          new EvaluatedText(
              text.id(),
              text.textTriples(),
              found.get(i).stream().map(ConfidentTriple::triple).toList()));
    }
  }

  private static void distracting(List<Document> texts, Finder finder, Evaluator evaluator) {
    List<List<ConfidentTriple>> found = finder.find(texts);
    for (int i = 0; i < texts.size(); i++) {
      evaluator.addDistractor(
          EvaluatedText.distractor(
              texts.get(i).id(), found.get(i).stream().map(ConfidentTriple::triple).toList()));
    }
  }
}
