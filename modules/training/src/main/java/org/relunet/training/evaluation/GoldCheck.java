package org.relunet.training.evaluation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.relunet.api.text.Document;
import org.relunet.corpus.AnnotatedText;
import org.relunet.corpus.alignment.AlignedText;
import org.relunet.corpus.alignment.DropReason;
import org.relunet.corpus.alignment.GoldAligner;
import org.relunet.corpus.alignment.MentionPolicy;
import org.relunet.corpus.validation.DropCount;
import org.relunet.corpus.validation.Validation;
import org.relunet.runtime.assembly.ModelLoader;
import org.relunet.training.data.UnitSentences;

/**
 * Whether the annotated triples can be found at all among the words that the model reads. Those
 * that can't are scored all the same, as missed: this says why.
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
   * @param reading how the texts are read
   */
  public static List<String> warnings(
      ModelLoader.Loaded model, List<AnnotatedText> texts, Reading reading) {
    List<AlignedText> aligned = aligned(model, texts, reading.pretokenized());
    Validation validation = new Validation("texts", model.model().relations());
    aligned.forEach(validation::add);
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
                + (drop.reason() == DropReason.ENTITY_INSIDE_WORD
                    ? remedy(model, aligned, reading)
                    : ""));
      }
    }
    long crossing = aligned.stream().mapToLong(GoldCheck::crossing).sum();
    if (reading == Reading.EXTRACTION && model.extraction().passageWords() == 1 && crossing > 0) {
      warnings.add(
          crossing
              + " of "
              + listed
              + " triples can't be found sentence by sentence: subject and object stand in two");
    }
    return List.copyOf(warnings);
  }

  /** Triples from one sentence to another. */
  private static long crossing(AlignedText text) {
    List<Integer> sentenceOfWord = new ArrayList<>();
    for (int i = 0; i < text.sentences().size(); i++) {
      sentenceOfWord.addAll(Collections.nCopies(text.sentences().get(i).size(), i));
    }
    return text.triples().stream()
        .filter(
            triple ->
                !sentenceOfWord
                    .get(triple.subject().first())
                    .equals(sentenceOfWord.get(triple.object().last())))
        .count();
  }

  private static List<AlignedText> aligned(
      ModelLoader.Loaded model, List<AnnotatedText> texts, boolean pretokenized) {
    UnitSentences sentences = new UnitSentences(model.assembly().tokenizer(), pretokenized);
    GoldAligner aligner =
        new GoldAligner(model.model().relations(), MentionPolicy.NEAREST, pretokenized);
    return texts.parallelStream()
        .map(text -> aligner.align(text, sentences.of(new Document(text.id(), text.text()))))
        .toList();
  }

  /** The other cut into words, where it helps most of the triples. */
  private static String remedy(
      ModelLoader.Loaded model, List<AlignedText> aligned, Reading reading) {
    List<AnnotatedText> affected =
        aligned.stream().filter(text -> insideWord(text) > 0).map(AlignedText::source).toList();
    boolean other = !reading.pretokenized();
    if (2 * insideWord(aligned(model, affected, other)) > insideWord(aligned)) {
      return "";
    }
    return other
        ? "; words that white space separates need --set data.pretokenized=true"
        : "; raw text needs --set data.pretokenized=false";
  }

  private static long insideWord(List<AlignedText> texts) {
    return texts.stream().mapToLong(GoldCheck::insideWord).sum();
  }

  private static long insideWord(AlignedText text) {
    return text.dropped().stream()
        .filter(dropped -> dropped.reason() == DropReason.ENTITY_INSIDE_WORD)
        .count();
  }
}
