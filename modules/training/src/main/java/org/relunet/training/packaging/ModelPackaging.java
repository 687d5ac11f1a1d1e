package org.relunet.training.packaging;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.relunet.evaluation.score.Evaluation;
import org.relunet.evaluation.score.Score;
import org.relunet.graph.parameter.Parameter;
import org.relunet.graph.parameter.Parameters;
import org.relunet.model.store.ModelPackage;
import org.relunet.model.store.ModelPackageWriter;
import org.relunet.model.store.card.ModelCard;
import org.relunet.model.store.manifest.EncoderBase;
import org.relunet.model.store.provenance.DataFile;
import org.relunet.model.store.provenance.Provenance;
import org.relunet.model.store.provenance.SoftwareVersions;
import org.relunet.network.InferenceNetwork;
import org.relunet.network.ServingModel;
import org.relunet.network.SessionSettings;
import org.relunet.runtime.assembly.Assembly;
import org.relunet.runtime.assembly.EncoderBases;
import org.relunet.runtime.configuration.RelunetSchema;
import org.relunet.training.TrainingRequest;
import org.relunet.training.run.RunState;
import org.tensorflow.TensorFlow;

/**
 * Writes what training changed, and how it came about.
 *
 * @param request of the training
 * @param assembly the plugins it was trained with
 * @param files that it read
 */
public record ModelPackaging(TrainingRequest request, Assembly assembly, List<DataFile> files) {

  /**
   * @param values of the trained parameters, by name
   * @param state when training ended
   * @param development scores of these values on the development data
   */
  public ModelPackage write(
      Path target, Map<String, float[]> values, RunState state, Evaluation development)
      throws IOException {
    Provenance provenance = provenance(state, development);
    Optional<EncoderBase> base =
        Optional.of(EncoderBases.describe(assembly.parts().encoder().base()));
    try (ModelPackageWriter writer = ModelPackageWriter.replace(target, request.modelName())) {
      writer
          .configuration(request.configuration().toYaml(RelunetSchema.MODEL_SECTIONS))
          .relations(assembly.parts().extractor().schema())
          .provenance(provenance)
          .modelCard(
              new ModelCard(
                      request.modelName(), assembly.parts().extractor().schema(), provenance, base)
                  .toMarkdown())
          .encoderBase(base.get());
      writeNetwork(values, writer.savedModelDirectory());
      return writer.commit();
    }
  }

  private void writeNetwork(Map<String, float[]> values, Path directory) throws IOException {
    Parameters.Storage storage =
        switch (request.training().storage()) {
          case SINGLE -> Parameters.Storage.SINGLE;
          case HALF -> Parameters.Storage.HALF;
        };
    try (InferenceNetwork network =
        new InferenceNetwork(
            assembly.parts(),
            storage,
            request.configuration().section("session", SessionSettings.class))) {
      Map<Parameter, float[]> trained = new LinkedHashMap<>();
      for (Parameter parameter : network.parameters()) {
        if (parameter.trained()) {
          trained.put(parameter, values.get(parameter.name()));
        }
      }
      network.assign(trained);
      ServingModel.write(network, ServingModel.Extent.TRAINED_PART, directory);
    }
  }

  private Provenance provenance(RunState state, Evaluation development) {
    return new Provenance(
        request.configuration().toYaml(),
        files,
        request.training().seed(),
        SoftwareVersions.current(TensorFlow.version()),
        Instant.parse(state.started()),
        Instant.now(),
        state.epochsDone(),
        state.bestEpoch(),
        scores(development),
        Optional.empty());
  }

  private static Map<String, Double> scores(Evaluation development) {
    Score score = development.overall().score();
    Map<String, Double> scores = new LinkedHashMap<>();
    String prefix = "dev " + development.rule().label() + " ";
    scores.put(prefix + "precision", score.precision());
    scores.put(prefix + "recall", score.recall());
    scores.put(prefix + "F1", score.f1());
    return scores;
  }
}
