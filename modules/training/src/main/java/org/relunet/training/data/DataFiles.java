package org.relunet.training.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.relunet.model.store.provenance.DataFile;
import org.relunet.training.DataSettings;
import org.relunet.training.TrainingException;

/** The files that a training reads, as its provenance describes them. */
public final class DataFiles {
  private DataFiles() {}

  /**
   * Hashes the files; there is none for {@code data.dev} where it is empty.
   *
   * @throws TrainingException if one is not named or not there: the message has its key
   */
  public static List<DataFile> of(DataSettings data) throws IOException {
    List<DataFile> files = new ArrayList<>();
    files.add(describe("train", data.train(), data.licence()));
    if (!data.dev().isEmpty()) {
      files.add(describe("dev", data.dev(), data.licence()));
    }
    if (!data.relations().isEmpty()) {
      files.add(describe("relations", data.relations(), data.licence()));
    }
    return files;
  }

  private static DataFile describe(String key, String file, String licence) throws IOException {
    if (file.isEmpty()) {
      throw new TrainingException(
          "data." + key + ": name a file, in the configuration or on the command line");
    }
    Path path = Path.of(file);
    if (Files.isDirectory(path)) {
      throw new TrainingException(
          "data." + key + ": " + path + " is a directory; name a file in it");
    }
    if (!Files.isRegularFile(path)) {
      throw new TrainingException(
          "data."
              + key
              + ": there is no file "
              + path
              + (path.isAbsolute() ? "" : " in " + Path.of("").toAbsolutePath()));
    }
    return DataFile.of(key, path, licence);
  }
}
