package org.relunet.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.relunet.api.text.Document;
import org.relunet.api.triple.RelationSchema;
import org.relunet.corpus.AnnotatedText;
import org.relunet.corpus.CorpusException;
import org.relunet.corpus.validation.UnknownRelations;
import org.relunet.training.data.DistractorFile;

/**
 * The files of an evaluation, as far as they can be judged without the model.
 *
 * @param data annotated texts
 * @param distractors texts without triples
 */
record EvaluationFiles(Path data, List<Document> distractors) {
  /**
   * @throws CorpusException if a file to read is not there
   * @throws org.relunet.pipeline.output.OutputException if the report cannot be written
   */
  static EvaluationFiles checked(Path data, Optional<Path> distractors, Optional<Path> report)
      throws IOException {
    if (!Files.exists(data)) {
      throw new CorpusException(data + ": no such file");
    }
    List<Document> documents =
        distractors.isPresent() ? DistractorFile.read(distractors.get()) : List.of();
    if (report.isPresent()) {
      List<Path> read = new ArrayList<>(List.of(data));
      distractors.ifPresent(read::add);
      NewOutput.requireFile(report.get(), read);
    }
    return new EvaluationFiles(data, documents);
  }

  /** What a reader must know who wonders at the scores. */
  List<String> notes(List<AnnotatedText> texts, RelationSchema schema) {
    int triples = texts.stream().mapToInt(text -> text.triples().size()).sum();
    if (triples == 0) {
      return List.of(data + ": lists no triple: precision and recall of its texts are 0");
    }
    UnknownRelations unknown = UnknownRelations.of(texts, schema);
    if (unknown.isEmpty()) {
      return List.of();
    }
    return List.of(
        data
            + ": "
            + unknown.count()
            + " of "
            + triples
            + " triples can't be found by this model, and count as missed",
        "  " + unknown.line());
  }
}
