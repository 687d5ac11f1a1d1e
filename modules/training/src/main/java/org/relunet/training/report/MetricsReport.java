package org.relunet.training.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.relunet.training.report.TrainingEvent.EpochEvaluated;
import org.relunet.training.report.TrainingEvent.EpochStarted;
import org.relunet.training.report.TrainingEvent.StepDone;
import org.relunet.training.report.TrainingEvent.TrainingFinished;
import org.relunet.training.report.TrainingEvent.TrainingStarted;

/**
 * The run as JSON lines for programs. Each object has {@code event}, {@code time} (ISO 8601, UTC),
 * {@code step} and {@code epoch}; beyond these
 *
 * <ul>
 *   <li>{@code "start"}: {@code totalSteps}, {@code totalEpochs}
 *   <li>{@code "step"}: {@code sentences}, {@code loss}, {@code details}
 *   <li>{@code "evaluation"}: {@code scores}, {@code best}; where the U-Net pools, the scores end
 *       with how strongly the losses of the epoch's last batch pull at its core
 *   <li>{@code "finish"}: {@code reason}; its {@code epoch} is the best one
 * </ul>
 *
 * A value that is not finite is the string {@code "NaN"}, {@code "Infinity"} or {@code
 * "-Infinity"}. When a run starts, lines about steps and epochs after its completed ones are
 * dropped, so no step and no evaluation is told twice; a new run begins with an empty file.
 */
public final class MetricsReport implements TrainingListener {
  private final Path path;
  private final Clock clock;
  private Optional<MetricsFile> file = Optional.empty();

  public MetricsReport(Path path, Clock clock) {
    this.path = path;
    this.clock = clock;
  }

  @Override
  public void on(TrainingEvent event) {
    try {
      if (event instanceof TrainingStarted started) {
        close();
        file = Optional.of(new MetricsFile(path, line -> staysValid(line, started)));
        ObjectNode line = line("start", started.completedSteps(), started.completedEpochs());
        append(
            line.put("totalSteps", started.totalSteps()).put("totalEpochs", started.totalEpochs()));
      } else if (event instanceof StepDone done) {
        ObjectNode line = line("step", done.step(), done.epoch());
        line.put("sentences", done.sentences()).put("loss", done.loss());
        append(line.set("details", object(done.details())));
      } else if (event instanceof EpochEvaluated evaluated) {
        ObjectNode line = line("evaluation", evaluated.step(), evaluated.epoch());
        line.set("scores", object(evaluated.scores()));
        append(line.put("best", evaluated.best()));
      } else if (event instanceof TrainingFinished finished) {
        append(
            line("finish", finished.step(), finished.bestEpoch()).put("reason", finished.reason()));
      } else if (event instanceof EpochStarted) {
        // The epoch's first step says as much.
        return;
      }
    } catch (IOException e) {
      throw new UncheckedIOException("metrics file " + path + " cannot be written", e);
    }
  }

  private static boolean staysValid(JsonNode line, TrainingStarted started) {
    long step = line.path("step").asLong(Long.MAX_VALUE);
    return switch (line.path("event").asText()) {
      case "step" -> step <= started.completedSteps();
      case "evaluation" -> line.path("epoch").asInt() <= started.completedEpochs();
      // One for each time the run came to this step would tell nothing.
      default -> step < started.completedSteps();
    };
  }

  private ObjectNode line(String event, long step, int epoch) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("event", event)
        .put("time", clock.instant().toString())
        .put("step", step)
        .put("epoch", epoch);
  }

  private static ObjectNode object(Map<String, Double> values) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    values.forEach(object::put);
    return object;
  }

  private void append(JsonNode line) throws IOException {
    file.orElseThrow(() -> new IllegalStateException("training has not started")).append(line);
  }

  @Override
  public void close() throws IOException {
    if (file.isPresent()) {
      file.get().close();
    }
  }
}
