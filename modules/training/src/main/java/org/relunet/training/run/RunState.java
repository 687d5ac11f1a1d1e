package org.relunet.training.run;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.relunet.common.messages.ParserMessage;
import org.relunet.common.replacement.Replacement;
import org.relunet.training.TrainingException;
import org.relunet.training.packaging.TrainingHistory;

/**
 * How far a training has come: with the checkpoint beside it, all that resuming needs.
 *
 * @param inputs that the result follows from; a training of others is another one
 * @param started when the training first began, ISO 8601
 * @param epochsDone whole epochs behind the checkpoint
 * @param stepsDone updates behind it
 * @param bestEpoch epoch, from 1, of the best score; 0 before the first evaluation
 * @param bestScore F1 in [0, 1] of that epoch
 * @param finished whether there is nothing left to do
 */
@JsonPropertyOrder({
  "inputs",
  "started",
  "epochsDone",
  "stepsDone",
  "bestEpoch",
  "bestScore",
  "finished"
})
public record RunState(
    RunInputs inputs,
    String started,
    int epochsDone,
    long stepsDone,
    int bestEpoch,
    double bestScore,
    boolean finished) {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  public RunState {
    if (inputs == null || started == null) {
      throw new IllegalArgumentException("a state needs the keys inputs and started");
    }
  }

  static RunState fresh(RunInputs inputs) {
    return new RunState(inputs, Instant.now().toString(), 0, 0, 0, 0, false);
  }

  RunState afterEpoch(long steps, double score) {
    boolean better = bestEpoch == 0 || score > bestScore;
    return new RunState(
        inputs,
        started,
        epochsDone + 1,
        steps,
        better ? epochsDone + 1 : bestEpoch,
        better ? score : bestScore,
        false);
  }

  /** After an epoch that nothing was scored on: the last one is as good as any before it. */
  RunState afterUnscoredEpoch(long steps) {
    return new RunState(inputs, started, epochsDone + 1, steps, epochsDone + 1, 0, false);
  }

  /** The same, to go on with other inputs. */
  RunState goingOn(RunInputs now) {
    return new RunState(now, started, epochsDone, stepsDone, bestEpoch, bestScore, false);
  }

  RunState finish() {
    return new RunState(inputs, started, epochsDone, stepsDone, bestEpoch, bestScore, true);
  }

  TrainingHistory history() {
    return new TrainingHistory(Instant.parse(started), epochsDone, bestEpoch);
  }

  /** Epochs since the best. */
  int epochsWithoutGain() {
    return epochsDone - bestEpoch;
  }

  /**
   * @throws TrainingException if the file is no state of a training
   */
  static RunState read(Path file) throws IOException {
    try {
      JsonNode state = JSON.readTree(file.toFile());
      if (state.has("fingerprint")) {
        throw new TrainingException(
            file
                + " was written by an earlier version of RelU-Net, which this one can't go on from;"
                + " go on with that version, or name another output");
      }
      return JSON.treeToValue(state, RunState.class);
    } catch (JsonProcessingException e) {
      throw new TrainingException(
          file
              + " is not the state of a training; name another output: "
              + ParserMessage.plain(e.getOriginalMessage()),
          e);
    }
  }

  /** Replaces the file at once, so that a kill leaves the old or the new state. */
  void write(Path file) throws IOException {
    Replacement.writePrivate(file, JSON.writeValueAsString(this) + "\n");
  }
}
