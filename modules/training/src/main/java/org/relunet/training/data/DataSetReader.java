package org.relunet.training.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.relunet.api.plugin.Encoder;
import org.relunet.api.plugin.Parser;
import org.relunet.api.syntax.DependencyTree;
import org.relunet.api.text.Document;
import org.relunet.api.text.Sentence;
import org.relunet.corpus.AnnotatedText;
import org.relunet.corpus.alignment.AlignedText;
import org.relunet.corpus.alignment.GoldAligner;
import org.relunet.network.LabelledSentence;
import org.relunet.network.NumericSentence;

/**
 * Makes data sets of annotated texts, on all cores.
 *
 * @param sentences of a text
 * @param parser of the model
 * @param encoder of the model
 * @param aligner finds the annotated entities among the words
 */
public record DataSetReader(
    UnitSentences sentences, Parser parser, Encoder encoder, GoldAligner aligner) {

  /** An aligned text with its parse, empty where the network can't read it. */
  private record Read(AlignedText aligned, Optional<Parsed> parsed) {}

  private record Parsed(Sentence unit, NumericSentence numeric) {}

  /**
   * A data set, and how its triples were aligned.
   *
   * @param dataSet what the network reads
   * @param aligned every text, for the report
   */
  public record Result(DataSet dataSet, List<AlignedText> aligned) {}

  /** Reads the texts; the order of the result is theirs. */
  public Result read(List<AnnotatedText> texts) {
    List<Read> read = texts.parallelStream().map(this::read).toList();
    List<DataSet.Example> examples = new ArrayList<>();
    List<AnnotatedText> unread = new ArrayList<>();
    for (Read text : read) {
      if (text.parsed().isEmpty()) {
        unread.add(text.aligned().source());
        continue;
      }
      Parsed parsed = text.parsed().get();
      examples.add(
          new DataSet.Example(
              text.aligned().source(),
              parsed.unit(),
              new LabelledSentence(examples.size(), parsed.numeric(), text.aligned().triples())));
    }
    return new Result(new DataSet(examples, unread), read.stream().map(Read::aligned).toList());
  }

  private Read read(AnnotatedText text) {
    List<Sentence> split = sentences.of(new Document(text.id(), text.text()));
    AlignedText aligned = aligner.align(text, split);
    if (aligned.isEmpty()) {
      return new Read(aligned, Optional.empty());
    }
    Sentence unit = aligned.unit();
    var pieces = encoder.pieces(unit.words());
    if (pieces.length() > encoder.maximumPieces()) {
      return new Read(aligned, Optional.empty());
    }
    DependencyTree tree = parser.parseTogether(split).tree();
    return new Read(aligned, Optional.of(new Parsed(unit, new NumericSentence(pieces, tree))));
  }
}
