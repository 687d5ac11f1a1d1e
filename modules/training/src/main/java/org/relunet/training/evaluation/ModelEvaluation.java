package org.relunet.training.evaluation;

import java.util.ArrayList;
import java.util.List;
import org.relunet.api.text.Document;
import org.relunet.api.text.Sentence;
import org.relunet.api.triple.RelationSchema;
import org.relunet.api.triple.ScoredTriple;
import org.relunet.corpus.AnnotatedText;
import org.relunet.corpus.TextTriple;
import org.relunet.corpus.alignment.TripleText;
import org.relunet.evaluation.match.MatchRule;
import org.relunet.evaluation.score.EvaluatedText;
import org.relunet.evaluation.score.Evaluation;
import org.relunet.evaluation.score.Evaluator;
import org.relunet.runtime.assembly.ModelLoader;
import org.relunet.runtime.extraction.PassageExtractor;
import org.relunet.training.data.UnitSentences;

/**
 * Scores a stored model.
 *
 * @param model to score
 * @param rule when a triple is right
 * @param pretokenized whether white space separates the annotated texts' words
 */
public record ModelEvaluation(ModelLoader.Loaded model, MatchRule rule, boolean pretokenized) {
  /** Texts read at a time: enough to fill batches of like length. */
  private static final int CHUNK = 512;

  /** A text with all its sentences, which training reads at once. */
  private record Unit(AnnotatedText source, List<Sentence> sentences) {}

  /**
   * @param texts annotated; each is read as one unit, whatever its sentences, as in training; only
   *     what the encoder can't take at once is read in windows
   * @param distractors texts without triples, read sentence by sentence as extraction does
   */
  public Evaluation run(List<AnnotatedText> texts, List<Document> distractors) {
    Evaluator evaluator = new Evaluator(rule);
    try (PassageExtractor extractor = model.passageExtractor()) {
      for (int start = 0; start < texts.size(); start += CHUNK) {
        annotated(
            texts.subList(start, Math.min(texts.size(), start + CHUNK)), extractor, evaluator);
      }
      for (int start = 0; start < distractors.size(); start += CHUNK) {
        distracting(
            distractors.subList(start, Math.min(distractors.size(), start + CHUNK)),
            extractor,
            evaluator);
      }
    }
    return evaluator.evaluation();
  }

  private void annotated(
      List<AnnotatedText> texts, PassageExtractor extractor, Evaluator evaluator) {
    UnitSentences sentences = new UnitSentences(model.assembly().tokenizer(), pretokenized);
    List<Unit> units = new ArrayList<>();
    for (AnnotatedText text : texts) {
      List<Sentence> found = sentences.of(new Document(text.id(), text.text()));
      if (found.isEmpty()) {
        evaluator.add(new EvaluatedText(text.id(), text.textTriples(), List.of()));
      } else {
        units.add(new Unit(text, found));
      }
    }
    List<List<ScoredTriple>> found =
        extractor.extractWhole(units.stream().map(Unit::sentences).toList());
    for (int i = 0; i < units.size(); i++) {
      Unit unit = units.get(i);
      evaluator.add(
          new EvaluatedText(
              unit.source().id(),
              unit.source().textTriples(),
              texts(
                  unit.source().text(),
                  Sentence.join(unit.sentences()),
                  found.get(i),
                  extractor.schema())));
    }
  }

  private void distracting(
      List<Document> documents, PassageExtractor extractor, Evaluator evaluator) {
    List<List<Sentence>> tokenized =
        documents.stream().map(model.assembly().tokenizer()::tokenize).toList();
    List<List<ScoredTriple>> found =
        extractor.extract(tokenized.stream().flatMap(List::stream).map(List::of).toList());
    int next = 0;
    for (int i = 0; i < documents.size(); i++) {
      List<TextTriple> predicted = new ArrayList<>();
      for (Sentence sentence : tokenized.get(i)) {
        predicted.addAll(
            texts(documents.get(i).text(), sentence, found.get(next++), extractor.schema()));
      }
      evaluator.addDistractor(EvaluatedText.distractor(documents.get(i).id(), predicted));
    }
  }

  private static List<TextTriple> texts(
      String text, Sentence words, List<ScoredTriple> found, RelationSchema schema) {
    return found.stream()
        .map(scored -> TripleText.of(text, words, scored.triple(), schema))
        .toList();
  }
}
