package org.relunet.training.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.relunet.common.directories.PrivateFiles;
import org.relunet.common.replacement.Replacement;
import org.relunet.network.TrainingNetwork;
import org.relunet.training.TrainingException;
import org.relunet.training.TrainingRequest;

/**
 * Where a training begins: at its first step, or behind the last epoch of one that was stopped.
 *
 * @param directory of the training
 * @param request that is asked for
 * @param messages told what is done
 */
record RunStart(RunDirectory directory, TrainingRequest request, Consumer<String> messages) {
  /**
   * @param inputs of the training that is asked for
   * @throws TrainingException if the directory holds another training, or is not to be gone on with
   */
  RunState state(RunInputs inputs) throws IOException {
    Path file = directory.state();
    if (!Files.exists(file)) {
      if (request.resume()) {
        messages.accept("nothing to resume in " + directory.root() + ": starting anew");
      }
      PrivateFiles.createDirectories(directory.root());
      RunState fresh = RunState.fresh(inputs);
      directory.removeLeftovers(fresh);
      return fresh;
    }
    if (!request.resume()) {
      throw new TrainingException(
          directory.root()
              + " holds a training already; name another output, or go on with it by --resume");
    }
    Replacement.removeLeftovers(file);
    RunState state = RunState.read(file);
    requireSame(state.inputs().completed(request), inputs);
    directory.removeLeftovers(state);
    messages.accept("resuming after epoch " + state.epochsDone());
    return state;
  }

  private void requireSame(RunInputs before, RunInputs now) {
    List<String> differences = before.differences(now);
    if (!differences.isEmpty()) {
      throw new TrainingException(
          directory.root()
              + " holds a training of another configuration or other data, which can't be resumed"
              + " with these:\n  "
              + String.join("\n  ", differences)
              + "\nAsk for what it was started with, or name another output");
    }
    List<String> threads = before.otherThreads(now);
    if (!threads.isEmpty()) {
      messages.accept(
          "other threads than before, so the last bits of the result may differ: "
              + String.join(", ", threads));
    }
  }

  /** Gives the network its first values, or those behind the last epoch. */
  void initialize(TrainingNetwork network, RunState state, long seed) throws IOException {
    if (state.epochsDone() == 0) {
      network.initialize(seed);
    } else {
      network.initializeFrozen(seed);
      network.restoreAll(directory.lastCheckpoint(state.epochsDone()));
    }
  }
}
