package org.relunet.parser.training;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.maltparser.Engine;
import org.maltparser.core.exception.MaltChainedException;
import org.maltparser.core.helper.SystemLogger;
import org.maltparser.core.options.OptionManager;
import org.maltparser.core.options.option.ClassOption;
import org.relunet.common.directories.Directories;
import org.relunet.common.directories.PrivateFiles;
import org.relunet.parser.conllu.ConlluSentence;
import org.relunet.parser.conllu.ConlluWord;
import org.relunet.parser.malt.MaltColumns;

/**
 * Trains MaltParser: the projective stack algorithm, which gives one root always, on trees made
 * projective beforehand. One training at a time in a process, since MaltParser keeps its options
 * for the whole process.
 *
 * <p>Nivre, "Algorithms for Deterministic Incremental Dependency Parsing", Computational
 * Linguistics 2008; Nivre and Nilsson, "Pseudo-Projective Dependency Parsing", ACL 2005.
 */
final class MaltTraining {
  static final String ALGORITHM = "stackproj";
  private static final String NAME = "parser";
  private static final String LEARNER = "compact";

  private MaltTraining() {}

  /**
   * Trains on the sentences with the given tags instead of their own.
   *
   * @param model the file to write
   */
  static void train(List<ConlluSentence> sentences, List<String[]> tags, Path model)
      throws IOException {
    Path directory = PrivateFiles.temporaryDirectory("relunet-parser-training-");
    try {
      train(directory, write(sentences, tags, directory.resolve("examples.tab")));
      ModelArchive.read(directory.resolve(NAME + ".mco")).withoutLeftovers().write(model);
    } catch (MaltChainedException e) {
      throw new IOException("MaltParser failed to train: " + e.getMessage(), e);
    } finally {
      Directories.deleteAll(directory);
    }
  }

  private static void train(Path directory, Path examples)
      throws IOException, MaltChainedException {
    String[] options = {
      "-m",
      "learn",
      "-c",
      NAME,
      "-w",
      directory.toString(),
      "-i",
      examples.toString(),
      "-if",
      copy(MaltColumns.class, "columns.xml", directory).toString(),
      "-F",
      copy(MaltTraining.class, "stack-projective.xml", directory).toString(),
      "-a",
      ALGORITHM,
      "-pp",
      "baseline",
      "-grl",
      "root",
      "-l",
      LEARNER,
      "-v",
      "off",
      "-cl",
      "off",
    };
    SystemLogger.instance().setSystemVerbosityLevel("OFF");
    OptionManager manager = OptionManager.instance();
    synchronized (manager) {
      if (!manager.hasOptions()) {
        manager.loadOptionDescriptionFile();
        manager.generateMaps();
      }
      ClassOption learner =
          (ClassOption) manager.getOptionDescriptions().getOption("guide", "learner");
      if (learner.getClazz(LEARNER) == null) {
        learner.addLegalValue(LEARNER, "with compact weights", CompactLiblinear.class.getName());
      }
      int container = 1;
      while (manager.getOptionContainerIndices().contains(container)) {
        container++;
      }
      manager.parseCommandLine(options, container);
      Engine engine = new Engine();
      engine.initialize(container);
      engine.process(container);
      engine.terminate(container);
    }
  }

  private static Path write(List<ConlluSentence> sentences, List<String[]> tags, Path file)
      throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (int i = 0; i < sentences.size(); i++) {
        List<ConlluWord> words = sentences.get(i).words();
        for (int w = 0; w < words.size(); w++) {
          ConlluWord word = words.get(w);
          out.write(
              MaltColumns.example(
                  w + 1, word.form(), tags.get(i)[w], word.head() + 1, word.relation()));
          out.write('\n');
        }
        out.write('\n');
      }
    }
    return file;
  }

  private static Path copy(Class<?> owner, String resource, Path directory) throws IOException {
    Path file = directory.resolve(resource);
    try (InputStream bytes = owner.getResourceAsStream(resource)) {
      Files.copy(bytes, file);
    }
    return file;
  }
}
