package org.relunet.runtime.configuration;

import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import org.relunet.config.ConfigurationSchema;
import org.relunet.config.SectionContributor;
import org.relunet.graph.loss.LossSettings;
import org.relunet.graph.unet.RelUNetSettings;
import org.relunet.network.NetworkSettings;
import org.relunet.network.SessionSettings;
import org.relunet.runtime.extraction.ExtractionSettings;
import org.relunet.runtime.plugin.PluginKind;
import org.relunet.runtime.plugin.PluginRegistry;

/** Declares every section that this class path knows. */
public final class RelunetSchema {
  /**
   * The sections that are stored with a model, and that a job's file lies over: what it is, and how
   * it is meant to read documents. Packages of earlier versions lack {@code extraction}, and so
   * have its defaults.
   */
  public static final List<String> MODEL_SECTIONS =
      List.of("tokenizer", "parser", "encoder", "network", "relunet", "extractor", "extraction");

  private RelunetSchema() {}

  /** The schema of the plugins in the registry and the contributions on its class path. */
  public static ConfigurationSchema of(PluginRegistry registry, ClassLoader loader) {
    ConfigurationSchema.Builder schema =
        ConfigurationSchema.builder()
            .plugins(
                "tokenizer",
                "Splits documents into sentences of tagged words.",
                registry.settings(PluginKind.TOKENIZER),
                "opennlp")
            .plugins(
                "parser",
                "Finds the dependency tree of a sentence.",
                registry.settings(PluginKind.PARSER),
                "malt")
            .plugins(
                "encoder",
                "Turns words into contextual vectors.",
                registry.settings(PluginKind.ENCODER),
                "transformer")
            .section("network", "How sentences become the network's input.", NetworkSettings.class)
            .section("relunet", "The graph U-Net.", RelUNetSettings.class)
            .plugins(
                "extractor",
                "Finds triples from word vectors.",
                registry.settings(PluginKind.EXTRACTOR),
                "casrel")
            .section("extraction", "How documents are read.", ExtractionSettings.class)
            .section("session", "Threads of TensorFlow.", SessionSettings.class)
            .section(ModelSettings.SECTION, "Which models may be used.", ModelSettings.class)
            .section("loss", "Training: losses.", LossSettings.class);
    ServiceLoader.load(SectionContributor.class, loader).stream()
        .sorted(Comparator.comparing(provider -> provider.type().getName()))
        .forEach(provider -> provider.get().contribute(schema));
    return schema.build();
  }
}
