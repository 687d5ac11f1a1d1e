package org.relunet.training.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.relunet.evaluation.score.Evaluation;
import org.relunet.evaluation.score.Score;
import org.relunet.graph.parameter.Parameter;
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
import org.relunet.runtime.plugin.PluginKind;
import org.relunet.training.ChosenSettings;
import org.relunet.training.Division;
import org.relunet.training.TrainingRequest;
import org.tensorflow.TensorFlow;

/**
 * Writes what training changed, and how it came about.
 *
 * @param request of the training
 * @param chosen settings in place of the request's, which the model has
 * @param parent version of the model that it began with, if any
 * @param teachers versions of the models that taught it, if any
 * @param assembly the plugins of the model
 * @param files that it read
 * @param history of the training, at its end
 * @param finished when that was
 */
public record ModelPackaging(
    TrainingRequest request,
    ChosenSettings chosen,
    Optional<String> parent,
    List<String> teachers,
    Assembly assembly,
    List<DataFile> files,
    TrainingHistory history,
    Instant finished) {

  /** The same with further settings that were chosen. */
  public ModelPackaging with(ChosenSettings more) {
    return new ModelPackaging(
        request, chosen.and(more), parent, teachers, assembly, files, history, finished);
  }

  /**
   * Writes a package without scores of its own: they are measured on what stands in it. Where all
   * texts are learned it has those of the cross-validation.
   *
   * @param values of the trained parameters, by name
   */
  public ModelPackage write(Path target, Map<String, float[]> values) throws IOException {
    return write(
        target,
        request.division() instanceof Division.Everything all ? all.scores() : Map.of(),
        directory -> writeNetwork(values, directory));
  }

  /**
   * Writes the package anew, with its scores in provenance and model card.
   *
   * @param unscored that is replaced
   * @param development scores on the development data of the weights in the package
   * @param others that were measured, by name
   */
  public ModelPackage score(
      ModelPackage unscored, Evaluation development, Map<String, Double> others)
      throws IOException {
    Map<String, Double> scores = new LinkedHashMap<>(scores(development));
    scores.putAll(others);
    return write(
        unscored.directory(), scores, directory -> copy(unscored.savedModelDirectory(), directory));
  }

  /** Fills a directory with a SavedModel. */
  private interface SavedModelWriter {
    void write(Path directory) throws IOException;
  }

  private ModelPackage write(Path target, Map<String, Double> scores, SavedModelWriter network)
      throws IOException {
    Provenance provenance = provenance(scores);
    Optional<EncoderBase> base =
        Optional.of(EncoderBases.describe(assembly.parts().encoder().base()));
    try (ModelPackageWriter writer = ModelPackageWriter.replace(target, request.modelName())) {
      writer
          .configuration(
              PackagedFiles.copied(
                      chosen.over(request.configuration()),
                      RelunetSchema.MODEL_SECTIONS,
                      writer.directory())
                  .toYaml(RelunetSchema.MODEL_SECTIONS))
          .relations(assembly.parts().extractor().schema())
          .provenance(provenance)
          .modelCard(
              new ModelCard(
                      request.modelName(), assembly.parts().extractor().schema(), provenance, base)
                  .toMarkdown())
          .tokenizer(assembly.parts().encoder().tokenizerFiles())
          .encoderBase(base.get());
      network.write(writer.savedModelDirectory());
      return writer.commit();
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
  }

  private void writeNetwork(Map<String, float[]> values, Path directory) throws IOException {
    try (InferenceNetwork network =
        new InferenceNetwork(
            assembly.parts(),
            request.training().storage(),
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

  private Provenance provenance(Map<String, Double> scores) {
    return new Provenance(
        request.configuration().toYaml(),
        files,
        request.training().seed(),
        SoftwareVersions.current(TensorFlow.version()),
        history.started(),
        finished,
        history.epochsDone(),
        history.bestEpoch(),
        scores,
        chosen.values(),
        syntaxModels(),
        parent,
        teachers);
  }

  /** By the key of the setting that names the file, or by plugin and file. */
  private Map<String, String> syntaxModels() {
    Map<String, String> models = new LinkedHashMap<>();
    Map.of(
            PluginKind.TOKENIZER, assembly.tokenizer().models(),
            PluginKind.PARSER, assembly.parser().models())
        .forEach(
            (kind, hashes) -> {
              String plugin =
                  kind.section() + "." + request.configuration().plugin(kind.section()).name();
              hashes
                  .sha256ByName()
                  .forEach((name, sha256) -> models.put(plugin + "." + name, sha256));
            });
    return models;
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
