package org.relunet.runtime.assembly;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.relunet.config.Configuration;
import org.relunet.config.ConfigurationReader;
import org.relunet.graph.parameter.Parameter;
import org.relunet.graph.parameter.Parameters;
import org.relunet.model.store.ModelPackage;
import org.relunet.model.store.ModelStore;
import org.relunet.network.InferenceNetwork;
import org.relunet.network.SessionSettings;
import org.relunet.network.StoredVariables;
import org.relunet.runtime.EngineSpecification;
import org.relunet.runtime.configuration.RelunetSchema;
import org.relunet.runtime.plugin.PluginRegistry;

/** Loads what an {@link EngineSpecification} names: a verified package, its plugins, its network. */
public final class ModelLoader {
  private ModelLoader() {}

  /**
   * A model with its configuration and plugins, its network not yet built.
   *
   * @param model the verified package
   * @param configuration the package's own, with the files and overrides of the job over it
   * @param assembly the chosen plugins
   */
  public record Loaded(ModelPackage model, Configuration configuration, Assembly assembly) {
    /**
     * Builds the network and gives it its values: those of the package, and for layers that no
     * training changed, those of the pre-trained encoder.
     *
     * @throws IllegalArgumentException if the stored values do not fit: the message names them
     */
    public InferenceNetwork network(Parameters.Storage storage) {
      InferenceNetwork network =
          new InferenceNetwork(
              assembly.parts(),
              storage,
              configuration.section("session", SessionSettings.class));
      try {
        StoredVariables stored = StoredVariables.of(model.savedModelDirectory());
        Predicate<Parameter> packaged =
            parameter -> parameter.trained() || stored.has(parameter);
        Map<Parameter, float[]> values =
            stored.read(network.parameters().stream().filter(packaged).toList());
        network.assign(values);
        network.initialize(
            network.parameters().stream().filter(packaged.negate()).toList(),
            model.provenance().seed());
        return network;
      } catch (IOException e) {
        network.close();
        throw new UncheckedIOException(
            model.savedModelDirectory() + ": the stored model can't be read", e);
      } catch (RuntimeException e) {
        network.close();
        throw e;
      }
    }
  }

  /**
   * Opens and verifies the package and builds its plugins.
   *
   * @throws org.relunet.model.store.manifest.ModelPackageException if it can't be trusted
   * @throws org.relunet.config.problem.ConfigurationException if the configuration is wrong
   */
  public static Loaded load(EngineSpecification specification) {
    ModelPackage model =
        ModelStore.open(Path.of(specification.modelLocation()));
    ClassLoader loader = ModelLoader.class.getClassLoader();
    PluginRegistry registry = PluginRegistry.load(loader);
    ConfigurationReader reader =
        new ConfigurationReader(RelunetSchema.of(registry, loader))
            .text(model.configurationFile().toString(), model.configuration());
    for (String file : specification.configurationFiles()) {
      reader.file(Path.of(file));
    }
    List<String> overrides = specification.overrides();
    Configuration configuration = reader.overrides(overrides).read();
    Assembly assembly = Assembly.of(configuration, registry, model.relations());
    EncoderBases.requireSame(model, assembly.parts().encoder().base());
    return new Loaded(model, configuration, assembly);
  }
}
