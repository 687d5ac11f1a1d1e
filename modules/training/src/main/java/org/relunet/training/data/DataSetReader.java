package org.relunet.training.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.relunet.api.plugin.Encoder;
import org.relunet.api.plugin.Parser;
import org.relunet.api.plugin.PieceSequence;
import org.relunet.api.syntax.ParsedSentence;
import org.relunet.api.text.Document;
import org.relunet.api.text.Sentence;
import org.relunet.api.triple.SentenceLabels;
import org.relunet.corpus.AnnotatedText;
import org.relunet.corpus.alignment.AlignedText;
import org.relunet.corpus.alignment.GoldAligner;
import org.relunet.network.LabelledSentence;
import org.relunet.network.NumericSentence;
import org.relunet.runtime.extraction.SentenceWindows;

/**
 * Makes data sets of annotated texts, on all cores.
 *
 * @param sentences of a text
 * @param parser of the model
 * @param encoder of the model
 * @param aligner finds the annotated entities among the words
 * @param windows cut a text that is longer than the encoder takes, to be scored as {@code relunet
 *     evaluate} does; empty: it is not read, since what is cut apart can't be learned
 */
public record DataSetReader(
    UnitSentences sentences,
    Parser parser,
    Encoder encoder,
    GoldAligner aligner,
    Optional<SentenceWindows> windows) {

  private static final SentenceLabels NONE = SentenceLabels.of(List.of());

  /** An aligned text with its parses: one, or one for each window; none where it can't be read. */
  private record Read(AlignedText aligned, List<Parsed> parsed) {}

  private record Parsed(Sentence unit, NumericSentence numeric, SentenceLabels labels) {}

  /**
   * A data set, and how its triples were aligned.
   *
   * @param dataSet what the network reads
   * @param aligned every text, for the report
   */
  public record Result(DataSet dataSet, List<AlignedText> aligned) {}

  /**
   * Reads the texts; the order of the result is theirs.
   *
   * @param progress told the number of texts done, from several threads
   */
  public Result read(List<AnnotatedText> texts, IntConsumer progress) {
    AtomicInteger done = new AtomicInteger();
    List<Read> read =
        texts.parallelStream()
            .map(this::read)
            .peek(text -> progress.accept(done.incrementAndGet()))
            .toList();
    List<DataSet.Example> examples = new ArrayList<>();
    List<AnnotatedText> unread = new ArrayList<>();
    for (Read text : read) {
      if (text.parsed().isEmpty()) {
        unread.add(text.aligned().source());
      }
      for (Parsed parsed : text.parsed()) {
        examples.add(
            new DataSet.Example(
                text.aligned().source(),
                parsed.unit(),
                new LabelledSentence(examples.size(), parsed.numeric(), parsed.labels())));
      }
    }
    return new Result(new DataSet(examples, unread), read.stream().map(Read::aligned).toList());
  }

  private Read read(AnnotatedText text) {
    List<Sentence> split = sentences.of(new Document(text.id(), text.text()));
    AlignedText aligned = aligner.align(text, split);
    if (aligned.isEmpty()) {
      return new Read(aligned, List.of());
    }
    PieceSequence pieces = encoder.pieces(aligned.unit().words());
    boolean fits = pieces.length() <= encoder.maximumPieces();
    if (!fits && windows.isEmpty()) {
      return new Read(aligned, List.of());
    }
    ParsedSentence whole = parser.parseTogether(split);
    return new Read(
        aligned,
        fits
            ? List.of(parsed(whole, pieces, aligned.labels()))
            : windows.get().of(aligned.unit().words()).stream()
                // a window's triples are only looked for, never learned
                .map(window -> parsed(whole.window(window.words()), window.pieces(), NONE))
                .toList());
  }

  private static Parsed parsed(ParsedSentence words, PieceSequence pieces, SentenceLabels labels) {
    return new Parsed(words.sentence(), NumericSentence.of(words, pieces), labels);
  }
}
