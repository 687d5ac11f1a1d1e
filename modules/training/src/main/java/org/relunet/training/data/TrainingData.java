package org.relunet.training.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.relunet.api.triple.RelationSchema;
import org.relunet.corpus.AnnotatedText;
import org.relunet.corpus.CorpusException;
import org.relunet.corpus.alignment.AlignedText;
import org.relunet.corpus.alignment.GoldAligner;
import org.relunet.corpus.check.CorpusPart;
import org.relunet.corpus.format.CorpusReader;
import org.relunet.corpus.schema.SchemaCollector;
import org.relunet.corpus.schema.SchemaFile;
import org.relunet.corpus.validation.UnknownRelations;
import org.relunet.corpus.validation.Validation;
import org.relunet.corpus.validation.ValidationReport;
import org.relunet.runtime.assembly.Assembly;
import org.relunet.runtime.extraction.ExtractionSettings;
import org.relunet.runtime.extraction.SentenceWindows;
import org.relunet.training.DataSettings;

/** The files of a training, read. */
public final class TrainingData {
  private TrainingData() {}

  /**
   * The relations to learn: the named file's, or else those that occur in the training file.
   *
   * @param train texts of the training file
   */
  public static RelationSchema schema(DataSettings settings, List<AnnotatedText> train)
      throws IOException {
    return settings.relations().isEmpty()
        ? SchemaCollector.collect(settings.train(), train)
        : SchemaFile.read(Path.of(settings.relations()));
  }

  /**
   * The texts of a file.
   *
   * @throws org.relunet.corpus.CorpusException if it can't be read: file, line and reason are named
   */
  public static List<AnnotatedText> texts(DataSettings settings, String file) throws IOException {
    return new CorpusReader(settings.format(), settings.offsets()).read(Path.of(file));
  }

  /**
   * A data set with the report of its validation.
   *
   * @param dataSet what the network reads
   * @param report what was dropped and why
   */
  public record Validated(DataSet dataSet, ValidationReport report) {}

  /**
   * The training file: texts without a usable triple, where the file lists some, are left out.
   *
   * @param progress told the number of texts done, from several threads
   */
  public static Validated train(
      DataSettings settings,
      String file,
      List<AnnotatedText> texts,
      Assembly assembly,
      IntConsumer progress) {
    DataSetReader.Result result =
        reader(settings, assembly, Optional.empty()).read(texts, progress);
    RelationSchema schema = assembly.parts().extractor().schema();
    Validation validation = new Validation(file, schema);
    List<AnnotatedText> usable = new ArrayList<>();
    for (AlignedText aligned : result.aligned()) {
      if (validation.add(aligned)) {
        usable.add(aligned.source());
      }
    }
    ValidationReport report = validation.report();
    report.requireUsableTriples();
    return new Validated(result.dataSet().only(usable), report);
  }

  /**
   * Some texts of a training file whose validation was told before: a worker's share.
   *
   * @param texts that {@link #train} found usable
   */
  public static DataSet share(DataSettings settings, List<AnnotatedText> texts, Assembly assembly) {
    return reader(settings, assembly, Optional.empty()).read(texts, done -> {}).dataSet();
  }

  /**
   * @param train texts to learn from; if they have none of the relations either, the schema is
   *     wrong rather than the development texts, which {@link #train} tells
   * @param dev texts to choose the best epoch on
   * @throws org.relunet.corpus.CorpusException if no triple of {@code dev} could ever be found:
   *     every epoch would score 0, and the first be kept as the best
   */
  static void requireScorable(RelationSchema schema, CorpusPart train, CorpusPart dev) {
    UnknownRelations unknown = UnknownRelations.of(dev.texts(), schema);
    int triples = triples(dev.texts());
    if (triples == 0) {
      throw new CorpusException(
          dev.name()
              + ": lists no triple, so no epoch could be told from another; name a development file"
              + " whose texts have annotated triples");
    }
    boolean fitsTraining =
        UnknownRelations.of(train.texts(), schema).count() < triples(train.texts());
    if (unknown.count() == triples && fitsTraining) {
      throw new CorpusException(
          dev.name()
              + ": has none of the relations that are learned, so no epoch could be told from"
              + " another; name a development file that belongs to "
              + train.name()
              + System.lineSeparator()
              + unknown.line());
    }
  }

  private static int triples(List<AnnotatedText> texts) {
    return texts.stream().mapToInt(text -> text.triples().size()).sum();
  }

  /**
   * A file to score on: all texts count, whatever is wrong with them, and those that are longer
   * than the encoder takes are read in windows.
   *
   * @param progress told the number of texts done, from several threads
   */
  public static Validated development(
      DataSettings settings,
      String file,
      List<AnnotatedText> texts,
      Assembly assembly,
      ExtractionSettings extraction,
      IntConsumer progress) {
    SentenceWindows windows = SentenceWindows.largest(assembly.parts().encoder(), extraction);
    DataSetReader.Result result =
        reader(settings, assembly, Optional.of(windows)).read(texts, progress);
    Validation validation = new Validation(file, assembly.parts().extractor().schema());
    result.aligned().forEach(validation::add);
    return new Validated(result.dataSet(), validation.report());
  }

  private static DataSetReader reader(
      DataSettings settings, Assembly assembly, Optional<SentenceWindows> windows) {
    RelationSchema schema = assembly.parts().extractor().schema();
    return new DataSetReader(
        new UnitSentences(assembly.tokenizer(), settings.pretokenized()),
        assembly.parser(),
        assembly.parts().encoder(),
        new GoldAligner(schema, settings.mentions(), settings.pretokenized()),
        windows);
  }
}
