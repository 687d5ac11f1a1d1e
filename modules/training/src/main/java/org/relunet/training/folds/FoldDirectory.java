package org.relunet.training.folds;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.relunet.common.messages.ParserMessage;
import org.relunet.common.replacement.Replacement;
import org.relunet.training.TrainingException;
import org.relunet.training.run.RunDirectory;

/**
 * Where the training of a fold keeps what it makes, and its result when it is done.
 *
 * @param root the directory of that training
 */
record FoldDirectory(Path root) {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  RunDirectory run() {
    return new RunDirectory(root);
  }

  private Path file() {
    return root.resolve("result.json");
  }

  /** The result, if the training is done. */
  Optional<FoldResult> result() throws IOException {
    if (!Files.exists(file())) {
      return Optional.empty();
    }
    try {
      return Optional.of(JSON.readValue(file().toFile(), FoldResult.class));
    } catch (JsonProcessingException e) {
      throw new TrainingException(
          file() + " is not the result of a fold: " + ParserMessage.plain(e.getOriginalMessage()),
          e);
    }
  }

  /** Keeps the result, after which the training's checkpoints serve nothing more. */
  void finish(FoldResult result) throws IOException {
    Replacement.writePrivate(file(), JSON.writeValueAsString(result) + "\n");
    run().removeCheckpoints();
  }
}
