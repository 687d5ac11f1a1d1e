package org.relunet.runtime.assembly;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.relunet.api.untrusted.XmlAccess;
import org.relunet.config.Configuration;
import org.relunet.config.ConfigurationReader;
import org.relunet.config.ConfigurationSchema;
import org.relunet.graph.parameter.Parameter;
import org.relunet.graph.parameter.Parameters;
import org.relunet.model.store.ModelPackage;
import org.relunet.model.store.NearestName;
import org.relunet.model.store.manifest.ModelPackageException;
import org.relunet.model.store.origin.RequiredOrigin;
import org.relunet.model.store.registry.ModelAddress;
import org.relunet.network.InferenceNetwork;
import org.relunet.network.SessionSettings;
import org.relunet.network.StoredVariables;
import org.relunet.runtime.BundledModels;
import org.relunet.runtime.EngineSpecification;
import org.relunet.runtime.TripleEngine;
import org.relunet.runtime.configuration.ModelSettings;
import org.relunet.runtime.configuration.RelunetSchema;
import org.relunet.runtime.extraction.ExtractionSettings;
import org.relunet.runtime.extraction.NetworkTripleEngine;
import org.relunet.runtime.extraction.PassageExtractor;
import org.relunet.runtime.plugin.PluginKind;
import org.relunet.runtime.plugin.PluginRegistry;
import org.relunet.runtime.trust.PackageRules;
import org.relunet.runtime.trust.TrainingRules;

/**
 * Loads what an {@link EngineSpecification} names: a verified package, its plugins, its network.
 */
public final class ModelLoader {
  /** To look at names in a package's configuration, of which no file is opened. */
  private static final List<String> ANYWHERE = List.of("/");

  private static final String EXTRACTOR = "extractor";

  private ModelLoader() {}

  /**
   * A model with its configuration and plugins, its network not yet built.
   *
   * @param model the verified package
   * @param configuration the package's own, with the files and overrides of the job over it
   * @param assembly the chosen plugins
   * @param schema that the configuration was read by
   * @param specification that was asked for
   */
  public record Loaded(
      ModelPackage model,
      Configuration configuration,
      Assembly assembly,
      ConfigurationSchema schema,
      EngineSpecification specification)
      implements AutoCloseable {
    /** The configuration of the model's training, with the job's files and overrides over it. */
    public Configuration trainingConfiguration() {
      return over(
              new ConfigurationReader(schema)
                  .foreign(
                      "configuration in the provenance",
                      model.provenance().configuration(),
                      new TrainingRules()),
              specification)
          .read();
    }

    /**
     * Builds the network and gives it its values: those of the package, and for layers that no
     * training changed, those of the pre-trained encoder.
     *
     * @throws IllegalArgumentException if the stored values do not fit: the message names them
     */
    public InferenceNetwork network(Parameters.Storage storage) {
      InferenceNetwork network =
          new InferenceNetwork(
              assembly.parts(), storage, configuration.section("session", SessionSettings.class));
      try {
        StoredVariables stored = StoredVariables.of(model.savedModelDirectory());
        Predicate<Parameter> packaged = parameter -> parameter.trained() || stored.has(parameter);
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
      } catch (RuntimeException | Error e) {
        network.close();
        throw e;
      }
    }

    /** The way from passages to triples, with the network of this model. */
    public PassageExtractor passageExtractor() {
      return new PassageExtractor(
          assembly.parser(), assembly.parts(), network(Parameters.Storage.SINGLE), extraction());
    }

    /** Documents to triples: what extraction runs. */
    public TripleEngine engine() {
      return engine(passageExtractor());
    }

    /**
     * As {@link #engine()}, with a network that there is already.
     *
     * @param extractor of this model, closed with the engine
     */
    public TripleEngine engine(PassageExtractor extractor) {
      return new NetworkTripleEngine(
          assembly.tokenizer(), extractor, extraction(), model.version());
    }

    /** How documents are read. */
    public ExtractionSettings extraction() {
      return configuration.section("extraction", ExtractionSettings.class);
    }

    /**
     * Writes the whole network, the pre-trained encoder too, as a SavedModel, with what a reader
     * needs to feed it; see {@link ModelExport}.
     *
     * @param directory to be made
     */
    public void export(Path directory) throws IOException {
      try (InferenceNetwork network = network(Parameters.Storage.SINGLE)) {
        ModelExport.write(this, network, directory);
      }
    }

    /** Gives back what loading took of the disk; a caller that is the whole process need not. */
    @Override
    public void close() {
      BundledModel.discard(model.directory());
    }
  }

  /**
   * Opens and verifies the package and builds its plugins.
   *
   * @throws org.relunet.model.store.manifest.ModelPackageException if it can't be trusted
   * @throws org.relunet.config.problem.ConfigurationException if the configuration is wrong
   */
  public static Loaded load(EngineSpecification specification) {
    XmlAccess.close();
    ClassLoader loader = ModelLoader.class.getClassLoader();
    PluginRegistry registry = PluginRegistry.load(loader);
    ConfigurationSchema schema = RelunetSchema.of(registry, loader);
    ModelSettings trust =
        over(new ConfigurationReader(schema), specification)
            .read()
            .section(ModelSettings.SECTION, ModelSettings.class);
    RequiredOrigin origin = trust.origin();
    ModelPackage model =
        ModelAddress.open(
            BundledModels.at(specification.modelLocation())
                .map(BundledModel::unpack)
                .orElseGet(() -> path(specification.modelLocation())),
            origin);
    Configuration configuration =
        over(packaged(schema, model, trust.files()), specification).read();
    requireSameExtractor(model, packaged(schema, model, ANYWHERE).read(), configuration);
    requireOwnSettings(model, configuration, registry, specification.overrides());
    Assembly assembly = Assembly.of(configuration, registry, model.relations());
    EncoderBases.requireSame(model, assembly.parts().encoder());
    return new Loaded(model, configuration, assembly, schema, specification);
  }

  /** A name alone that is nothing may be a bundled model's, misspelt. */
  private static Path path(String location) {
    Path path = Path.of(location);
    if (path.getNameCount() == 1 && !path.isAbsolute() && !Files.exists(path)) {
      throw new ModelPackageException(
          path,
          List.of("there is no such directory, and no bundled model of this name"),
          "Name the directory of a model, or one of the bundled models "
              + String.join(", ", BundledModels.names())
              + " with --model."
              + NearestName.question(location, BundledModels.names()));
    }
    return path;
  }

  private static ConfigurationReader packaged(
      ConfigurationSchema schema, ModelPackage model, List<String> files) {
    return new ConfigurationReader(schema)
        .foreign(
            model.configurationFile().toString(),
            model.configuration(),
            new PackageRules(model, files));
  }

  /** Other settings of the extractor may be tried; another extractor has no weights here. */
  private static void requireSameExtractor(
      ModelPackage model, Configuration own, Configuration layered) {
    String trained = own.plugin(EXTRACTOR).name();
    String asked = layered.plugin(EXTRACTOR).name();
    if (!asked.equals(trained)) {
      throw new ModelPackageException(
          model.directory(),
          List.of(
              "it was trained with the extractor '"
                  + trained
                  + "', but extractor.plugin is '"
                  + asked
                  + "'"),
          "Leave extractor.plugin out, or train a model with the extractor " + asked + ".");
    }
  }

  /**
   * A setting of another extractor, given for this model alone, would have no effect; in a file,
   * which may serve several models, it may stand.
   */
  private static void requireOwnSettings(
      ModelPackage model,
      Configuration configuration,
      PluginRegistry registry,
      List<String> overrides) {
    String trained = configuration.plugin(EXTRACTOR).name();
    for (String other : registry.settings(PluginKind.EXTRACTOR).keySet()) {
      String keys = EXTRACTOR + "." + other + ".";
      List<String> foreign = overrides.stream().filter(each -> each.startsWith(keys)).toList();
      if (!other.equals(trained) && !foreign.isEmpty()) {
        throw new ModelPackageException(
            model.directory(),
            List.of(
                "it has the extractor '%s', so %s has no effect"
                    .formatted(trained, String.join(", ", foreign))),
            "Leave it out, or set the key of extractor." + trained + " that is meant.");
      }
    }
  }

  /** What a job says itself, without what its model brings: to tell the one from the other. */
  public static ConfigurationReader job(EngineSpecification specification) {
    ClassLoader loader = ModelLoader.class.getClassLoader();
    return over(
        new ConfigurationReader(RelunetSchema.of(PluginRegistry.load(loader), loader)),
        specification);
  }

  private static ConfigurationReader over(
      ConfigurationReader reader, EngineSpecification specification) {
    specification.configurationFiles().forEach(file -> reader.file(Path.of(file)));
    return reader.overrides(specification.overrides());
  }
}
