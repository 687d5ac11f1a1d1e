package org.relunet.parser.training;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import opennlp.tools.util.Version;
import org.maltparser.core.helper.SystemInfo;
import org.relunet.common.replacement.Replacement;
import org.relunet.parser.conllu.ConlluSentence;

/**
 * Where models come from: the file beside them. It holds nothing that differs between two runs of
 * the same training.
 *
 * @param format version of this file's format
 * @param train what was learned from
 * @param dev what was measured on
 * @param settings what the training was told, by name
 * @param versions of the software, by name
 * @param scores on the dev data, with predicted tags
 * @param models SHA-256 of each model file, by file name
 */
record Provenance(
    int format,
    Treebank train,
    Treebank dev,
    Map<String, Object> settings,
    Map<String, String> versions,
    Scores scores,
    Map<String, String> models) {
  private static final int FORMAT = 1;

  /**
   * A treebank.
   *
   * @param file its name, without directories
   * @param sha256 of the file as it was read
   * @param sentences how many
   * @param words how many syntactic words
   */
  record Treebank(String file, String sha256, int sentences, int words) {
    static Treebank of(Path file, List<ConlluSentence> sentences) throws IOException {
      return new Treebank(
          file.getFileName().toString(),
          Sha256.of(file),
          sentences.size(),
          sentences.stream().mapToInt(ConlluSentence::size).sum());
    }
  }

  static Provenance of(
      TrainingArguments arguments, Treebank train, Treebank dev, Scores scores, List<Path> models)
      throws IOException {
    Map<String, String> sums = new TreeMap<>();
    for (Path model : models) {
      sums.put(model.getFileName().toString(), Sha256.of(model));
    }
    return new Provenance(FORMAT, train, dev, settingsOf(arguments), versionsInUse(), scores, sums);
  }

  private static Map<String, Object> settingsOf(TrainingArguments arguments) {
    return new TreeMap<>(
        Map.of(
            "folds", arguments.folds(),
            "seed", arguments.seed(),
            "tagger-iterations", TaggerTraining.ITERATIONS,
            "tagger-cutoff", TaggerTraining.CUTOFF,
            "parser-algorithm", MaltTraining.ALGORITHM,
            "parser-cost", CompactLiblinear.COST,
            "parser-tolerance", CompactLiblinear.TOLERANCE));
  }

  private static Map<String, String> versionsInUse() {
    return new TreeMap<>(
        Map.of(
            "opennlp", Version.currentVersion().toString(),
            "maltparser", SystemInfo.getVersion(),
            "java", System.getProperty("java.specification.version")));
  }

  void write(Path file) throws IOException {
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
    Replacement.write(file, new ObjectMapper().writer(printer).writeValueAsString(this) + "\n");
  }
}
