package org.relunet.training.distillation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.relunet.api.plugin.Encoder;
import org.relunet.api.plugin.PieceSequence;
import org.relunet.api.triple.RelationSchema;
import org.relunet.common.messages.Count;
import org.relunet.graph.parameter.Parameters;
import org.relunet.graph.part.ExtractorPart;
import org.relunet.network.NumericSentence;
import org.relunet.network.SoftLabels;
import org.relunet.network.TeacherNetwork;
import org.relunet.runtime.assembly.ModelLoader;
import org.relunet.training.TrainingException;
import org.relunet.training.TrainingRequest;
import org.relunet.training.data.DataSet;
import org.relunet.training.start.StoredModel;

/**
 * A stored model that teaches: what it thinks of the tags of the training data is learned beside
 * the gold tags. It reads the words and trees of the training, and cuts the words into its own
 * pieces.
 *
 * @param version of the model
 * @param location of its package
 * @param request of the training
 */
public record Teacher(String version, String location, TrainingRequest request) {
  private static final String KEY = "distillation.teachers";

  /**
   * The models that a training names, in its order. Each is loaded to see that it can be, and
   * loaded again where it teaches: between, nothing of it takes memory.
   *
   * @param schema the relations to learn
   * @throws TrainingException if one can't be loaded, or has other relations or another extractor
   */
  public static List<Teacher> of(TrainingRequest request, RelationSchema schema) {
    return request.distillation().teachers().stream()
        .map(location -> of(location, request, schema))
        .toList();
  }

  private static Teacher of(String location, TrainingRequest request, RelationSchema schema) {
    ModelLoader.Loaded model = load(location, request);
    SchemaDifference.of(model.model().relations(), schema)
        .ifPresent(
            difference -> {
              throw new TrainingException(
                  KEY
                      + ": "
                      + location
                      + " has other relations than are to be learned: "
                      + difference
                      + ". Name the teacher's relations, in its order, in a file for"
                      + " data.relations, or name another teacher");
            });
    String own = model.configuration().plugin("extractor").name();
    String pupils = request.configuration().plugin("extractor").name();
    if (!own.equals(pupils)) {
      throw new TrainingException(
          KEY
              + ": "
              + location
              + " has the extractor "
              + own
              + ", whose tags the extractor "
              + pupils
              + " can't learn");
    }
    return new Teacher(model.model().version(), location, request);
  }

  private static ModelLoader.Loaded load(String location, TrainingRequest request) {
    return StoredModel.load(KEY, location, request);
  }

  /**
   * Asks the model for the tags of all sentences.
   *
   * @param train the training data
   * @param pupil the extractor that will learn them
   * @param directory where they are kept
   * @param messages told what the teacher can't do
   * @param progress told the number of sentences done
   * @throws TrainingException if the model can't be loaded any more, or can't teach
   */
  public SoftLabels teach(
      DataSet train,
      ExtractorPart pupil,
      Path directory,
      Consumer<String> messages,
      IntConsumer progress) {
    ModelLoader.Loaded model = load(location, request);
    List<TeacherNetwork.Question> questions =
        questions(train, pupil, model.assembly().parts().encoder());
    int unread = train.examples().size() - questions.size();
    if (unread > 0) {
      messages.accept(
          "  "
              + Count.of(unread, "text is", "texts are")
              + " longer than the teacher takes: gold tags alone are learned");
    }
    if (!model.configuration().plugin("parser").equals(request.configuration().plugin("parser"))) {
      messages.accept("  the teacher was trained with another parser: it reads this one's trees");
    }
    try (TeacherNetwork network = network(model)) {
      return network.answer(questions, directory, progress);
    }
  }

  private TeacherNetwork network(ModelLoader.Loaded model) {
    try {
      return new TeacherNetwork(
          model.network(Parameters.Storage.SINGLE), request.distillation().temperature());
    } catch (RuntimeException e) { // of the package's weights, the encoder's, or the extractor
      throw StoredModel.notLoaded(KEY, location, e);
    }
  }

  private static List<TeacherNetwork.Question> questions(
      DataSet train, ExtractorPart pupil, Encoder encoder) {
    List<TeacherNetwork.Question> questions = new ArrayList<>();
    for (DataSet.Example example : train.examples()) {
      PieceSequence pieces = encoder.pieces(example.unit().words());
      if (pieces.length() <= encoder.maximumPieces()) {
        questions.add(
            new TeacherNetwork.Question(
                example.labelled().index(),
                new NumericSentence(
                    pieces,
                    example.labelled().sentence().tree(),
                    example.labelled().sentence().forms()),
                pupil.taughtSpans(example.labelled().labels())));
      }
    }
    return questions;
  }
}
