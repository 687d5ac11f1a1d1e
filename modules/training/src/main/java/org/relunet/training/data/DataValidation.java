package org.relunet.training.data;

import java.util.List;
import org.relunet.api.text.Document;
import org.relunet.api.triple.RelationSchema;
import org.relunet.config.Configuration;
import org.relunet.corpus.alignment.AlignedText;
import org.relunet.corpus.alignment.GoldAligner;
import org.relunet.corpus.check.CorpusPart;
import org.relunet.corpus.validation.Validation;
import org.relunet.corpus.validation.ValidationReport;
import org.relunet.runtime.assembly.Assembly;
import org.relunet.runtime.plugin.PluginRegistry;
import org.relunet.training.DataSettings;

/**
 * Says what of annotated texts a training could learn: cuts words as it does, and parses nothing.
 *
 * @param schema the relations to learn
 * @param sentences of a text
 * @param aligner finds the annotated entities among the words
 */
public record DataValidation(RelationSchema schema, UnitSentences sentences, GoldAligner aligner) {
  /** With the tokenizer that the configuration names. */
  public static DataValidation of(
      Configuration configuration,
      PluginRegistry registry,
      RelationSchema schema,
      DataSettings settings) {
    Assembly assembly = Assembly.of(configuration, registry, schema);
    return new DataValidation(
        schema,
        new UnitSentences(assembly.tokenizer(), settings.pretokenized()),
        new GoldAligner(schema, settings.mentions(), settings.pretokenized()));
  }

  /** What was dropped of a file and why. */
  public ValidationReport report(CorpusPart part) {
    List<AlignedText> aligned =
        part.texts().parallelStream()
            .map(text -> aligner.align(text, sentences.of(new Document(text.id(), text.text()))))
            .toList();
    Validation validation = new Validation(part.name(), schema);
    aligned.forEach(validation::add);
    return validation.report();
  }
}
