package org.relunet.parser.training;

import de.bwaldvogel.liblinear.Linear;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.maltparser.MaltParserService;
import org.maltparser.core.exception.MaltChainedException;
import org.maltparser.core.options.OptionManager;
import org.relunet.parser.conllu.ConlluSentence;
import org.relunet.parser.conllu.ConlluWord;
import org.relunet.parser.malt.MaltColumns;

/** Trains MaltParser: projective stack algorithm, liblinear. */
final class MaltTraining {
  private static final String NAME = "parser";

  private MaltTraining() {}

  /**
   * Trains on the sentences with the given tags instead of their own.
   *
   * @param model the file to write
   */
  static void train(List<ConlluSentence> sentences, List<String[]> tags, Path model)
      throws IOException {
    Path directory = Files.createTempDirectory("parser-training");
    Path examples = directory.resolve("examples.tab");
    write(sentences, tags, examples);
    Path columns = copy(MaltColumns.class, "columns.xml", directory);
    Path features =
        copy(MaltTraining.class, System.getProperty("features", "stack-projective.xml"), directory);
    String[] options = {
      "-c",
      NAME,
      "-m",
      "learn",
      "-w",
      directory.toString(),
      "-i",
      examples.toString(),
      "-if",
      columns.toString(),
      "-F",
      features.toString(),
      "-a",
      System.getProperty("algorithm", "stackproj"),
      "-pp",
      "baseline",
      "-grl",
      "root",
      "-gds",
      System.getProperty("gds", "T.TRANS+A.DEPREL"),
      "-l",
      "liblinear",
      "-lo",
      System.getProperty("lo", "-s_4_-c_0.1_-e_0.1"),
      "-v",
      "error",
    };
    PrintStream err = System.err;
    try {
      Linear.resetRandom();
      int container = 1_000_000;
      MaltParserService service = new MaltParserService(container);
      OptionManager.instance().parseCommandLine(options, container);
      org.maltparser.Engine engine = new org.maltparser.Engine();
      engine.initialize(container);
      engine.process(container);
      engine.terminate(container);
    } catch (MaltChainedException e) {
      throw new IOException(e);
    } finally {
      System.setErr(err);
    }
    Files.move(directory.resolve(NAME + ".mco"), model, StandardCopyOption.REPLACE_EXISTING);
  }

  private static void write(List<ConlluSentence> sentences, List<String[]> tags, Path file)
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
  }

  private static Path copy(Class<?> owner, String resource, Path directory) throws IOException {
    Path file = directory.resolve(resource);
    try (InputStream bytes = owner.getResourceAsStream(resource)) {
      Files.copy(bytes, file);
    }
    return file;
  }
}
