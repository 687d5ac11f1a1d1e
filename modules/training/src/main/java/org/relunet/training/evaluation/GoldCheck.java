package org.relunet.training.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.relunet.api.text.Document;
import org.relunet.corpus.AnnotatedText;
import org.relunet.corpus.alignment.DropReason;
import org.relunet.corpus.alignment.GoldAligner;
import org.relunet.corpus.alignment.MentionPolicy;
import org.relunet.corpus.validation.DropCount;
import org.relunet.corpus.validation.Validation;
import org.relunet.runtime.assembly.ModelLoader;
import org.relunet.training.data.UnitSentences;

/**
 * Whether the annotated triples can be found at all among the words that the model reads. Those that
 * can't are scored all the same, as missed: this says why.
 */
public final class GoldCheck {
  private static final Set<DropReason> OUT_OF_REACH =
      Set.of(
          DropReason.ENTITY_NOT_IN_TEXT,
          DropReason.ENTITY_INSIDE_WORD,
          DropReason.OFFSETS_DO_NOT_MATCH);

  private GoldCheck() {}

  /**
   * A line for each reason, with an example; none if all triples are within reach.
   *
   * @param pretokenized whether white space separates the words; false: the model's tokenizer does
   */
  public static List<String> warnings(
      ModelLoader.Loaded model, List<AnnotatedText> texts, boolean pretokenized) {
    UnitSentences sentences = new UnitSentences(model.assembly().tokenizer(), pretokenized);
    GoldAligner aligner = new GoldAligner(model.model().relations(), MentionPolicy.FIRST);
    Validation validation = new Validation("texts", model.model().relations());
    texts.parallelStream()
        .map(text -> aligner.align(text, sentences.of(new Document(text.id(), text.text()))))
        .toList()
        .forEach(validation::add);
    int listed = validation.report().listedTriples();
    List<String> warnings = new ArrayList<>();
    for (DropCount drop : validation.report().drops()) {
      if (OUT_OF_REACH.contains(drop.reason())) {
        warnings.add(
            drop.count()
                + " of "
                + listed
                + " triples can't be found by this model: "
                + drop.reason().explanation()
                + ", such as "
                + drop.examples().get(0)
                + (drop.reason() == DropReason.ENTITY_INSIDE_WORD ? remedy(pretokenized) : ""));
      }
    }
    return List.copyOf(warnings);
  }

  private static String remedy(boolean pretokenized) {
    return pretokenized
        ? "; raw text needs --set data.pretokenized=false"
        : "; words that white space separates need --set data.pretokenized=true";
  }
}
