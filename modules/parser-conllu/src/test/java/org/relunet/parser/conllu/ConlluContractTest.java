package org.relunet.parser.conllu;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.relunet.api.plugin.ParserPlugin;
import org.relunet.api.text.Sentence;
import org.relunet.contract.parser.ContractSentences;
import org.relunet.contract.parser.ParserContract;

final class ConlluContractTest extends ParserContract<ConlluSettings> {
  @TempDir static Path directory;

  @Override
  protected ParserPlugin<ConlluSettings> plugin() {
    return new ConlluPlugin();
  }

  /** A file with the contract's sentences: every word depends on the first. */
  @Override
  protected ConlluSettings settings() {
    StringBuilder lines = new StringBuilder();
    for (Sentence sentence : ContractSentences.all()) {
      List<String> words = sentence.words();
      for (int i = 0; i < words.size(); i++) {
        String form =
            words.get(i).replaceAll("[\\s\\p{Z}\\p{Cc}]", " ").replaceAll("\\p{Cs}", "\uFFFD");
        lines.append(i + 1).append('\t').append(form).append("\t_\tX\t_\t_\t");
        lines.append(i == 0 ? "0\troot" : "1\tdep").append("\t_\t_\n");
      }
      lines.append('\n');
    }
    try {
      return new ConlluSettings(Files.writeString(directory.resolve("all.conllu"), lines));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
