package org.relunet.training.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.relunet.api.triple.RelationSchema;
import org.relunet.common.directories.PrivateFiles;
import org.relunet.common.replacement.Replacement;
import org.relunet.network.TrainingNetwork;
import org.relunet.training.TrainingException;
import org.relunet.training.TrainingRequest;
import org.relunet.training.TrainingRequest.Beginning;
import org.relunet.training.start.ParentModel;

/**
 * Where a training begins: at its first step, behind the last epoch of one that was stopped, or at
 * its end.
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
    if (request.beginning() == Beginning.FINISH) {
      RunState state = best();
      requireSame(state, inputs);
      return state;
    }
    if (!Files.exists(file)) {
      if (request.beginning() != Beginning.ANEW) {
        messages.accept("nothing to resume in " + directory.root() + ": starting anew");
      }
      PrivateFiles.createDirectories(directory.root());
      RunState fresh = RunState.fresh(inputs);
      directory.removeLeftovers(fresh);
      return fresh;
    }
    if (request.beginning() == Beginning.ANEW) {
      throw new TrainingException(
          directory.root()
              + " holds a training already; name another output, or go on with it by --resume");
    }
    Replacement.removeLeftovers(file);
    RunState state = RunState.read(file);
    requireSame(state, inputs);
    directory.removeLeftovers(state);
    messages.accept("resuming after epoch " + state.epochsDone());
    List<String> length = state.inputs().completed(request).otherLength(inputs);
    if (length.isEmpty()) {
      return state;
    }
    messages.accept("other length than before: " + String.join(", ", length));
    return state.goingOn(inputs);
  }

  /**
   * Tells what another length than before means for the steps to come.
   *
   * @param examples of the training data
   */
  void tellLength(RunState state, int examples) throws IOException {
    if (state.epochsDone() == 0) {
      return;
    }
    RunLength now = RunLength.of(request);
    RunState.read(directory.state())
        .inputs()
        .length()
        .filter(before -> !before.equals(now))
        .ifPresent(
            before ->
                messages.accept(
                    now.consequence(before, examples, request.training(), state.stepsDone())));
  }

  /** The state now, with nothing left to do. */
  private RunState best() throws IOException {
    Path file = directory.state();
    if (!Files.exists(file)) {
      throw new TrainingException(
          directory.root()
              + " holds no training, or none with a whole epoch: there is nothing to make a model of");
    }
    RunState state = RunState.read(file);
    if (state.bestEpoch() == 0) {
      throw new TrainingException(
          directory.root()
              + ": the training has no whole epoch yet, so there is nothing to make a model of");
    }
    return state.finish();
  }

  private void requireSame(RunState state, RunInputs now) {
    RunInputs before = state.inputs().completed(request);
    List<String> differences = new ArrayList<>(before.differences(now));
    if (request.beginning() == Beginning.RESUME_UNCHANGED) {
      differences.addAll(before.otherLength(now));
    }
    if (!differences.isEmpty()) {
      throw new TrainingException(
          directory.root()
              + " holds a training of another configuration or other data, which can't be resumed"
              + " with these:\n  "
              + String.join("\n  ", differences)
              + "\nAsk for what it was started with, or name another output. What may change is"
              + " training.epochs, training.patience, --max-steps and session.*");
    }
    List<String> threads = before.otherThreads(now);
    if (!threads.isEmpty()) {
      messages.accept(
          "other threads than before, so the last bits of the result may differ: "
              + String.join(", ", threads));
    }
  }

  /**
   * Gives the network its first values, or those behind the last epoch.
   *
   * @param parent whose values are the first, if there is one
   * @param schema the relations to learn
   */
  void initialize(
      TrainingNetwork network,
      RunState state,
      long seed,
      Optional<ParentModel> parent,
      RelationSchema schema)
      throws IOException {
    if (state.epochsDone() == 0 && parent.isPresent()) {
      network.initialize(seed, fresh -> parent.get().values(fresh, schema, messages));
    } else if (state.epochsDone() == 0) {
      network.initialize(seed);
    } else {
      network.initializeFrozen(seed);
      if (!request.training().distributed().several()) { // else the rounds give the values
        network.restoreAll(directory.lastCheckpoint(state.epochsDone()));
      }
    }
  }

  /**
   * Gives the network the values of the best epoch of a training that is at its end; the best so
   * far of one that another process goes on with, which may replace them at any time.
   *
   * @return the state that they belong to
   */
  RunState initializeBest(TrainingNetwork network, RunState state, long seed) throws IOException {
    network.initializeFrozen(seed);
    RunState now = request.beginning() == Beginning.FINISH ? best() : state;
    while (true) {
      try {
        network.restoreTrained(directory.bestCheckpoint(now.bestEpoch()));
        messages.accept(
            "taking epoch %d, the best of %d".formatted(now.bestEpoch(), now.epochsDone()));
        return now;
      } catch (IOException e) {
        RunState later = RunState.read(directory.state()).finish();
        if (later.bestEpoch() == now.bestEpoch()) {
          throw e;
        }
        now = later; // a better epoch has taken its place
      }
    }
  }
}
