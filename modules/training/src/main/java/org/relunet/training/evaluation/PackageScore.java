package org.relunet.training.evaluation;

import java.util.ArrayList;
import java.util.List;
import org.relunet.corpus.AnnotatedText;
import org.relunet.model.store.ModelPackage;
import org.relunet.runtime.EngineSpecification;
import org.relunet.runtime.assembly.ModelLoader;
import org.relunet.training.TrainingRequest;

/**
 * The score that a model card states: that of the package on disk, whose weights may be of half the
 * precision that training had, loaded as for any other use.
 */
public final class PackageScore {
  private PackageScore() {}

  /**
   * @param request of the training, whose threads and match rule are used
   * @param development texts of its development file
   */
  public static ModelScores of(
      ModelPackage model, TrainingRequest request, List<AnnotatedText> development) {
    List<String> overrides = new ArrayList<>(request.threads());
    overrides.add(request.ownFiles());
    ModelLoader.Loaded loaded =
        ModelLoader.load(
            new EngineSpecification(model.directory().toString(), List.of(), overrides));
    return new ModelEvaluation(
            loaded,
            request.training().match(),
            request.data().pretokenized() ? Reading.SEPARATED_WORDS : Reading.RAW_TEXT)
        .run(development, List.of());
  }
}
