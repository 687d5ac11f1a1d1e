package org.relunet.training.report;

import java.util.Locale;
import java.util.stream.Collectors;
import org.relunet.training.report.TrainingEvent.EpochEvaluated;
import org.relunet.training.report.TrainingEvent.StepDone;
import org.relunet.training.report.TrainingEvent.TrainingStarted;

/** Where the run stands, in words that fit into 79 columns. */
final class ProgressLine {
  private static final int BAR_WIDTH = 10;
  private static final int SCORES_SHOWN = 3;

  private final TrainingStarted run;
  private final long startNanos;
  private final Throughput throughput = new Throughput();
  private long step;
  private int epoch;
  private double loss;

  ProgressLine(TrainingStarted run, long startNanos) {
    this.run = run;
    this.startNanos = startNanos;
    step = run.completedSteps();
  }

  void add(StepDone done, double seconds) {
    throughput.add(done.sentences(), seconds);
    step = done.step();
    epoch = done.epoch();
    loss = done.loss();
  }

  /** {@code epoch 3/60 [## ] 20% 13.2 sentences/s loss 0.0123 1:02:03 left}. */
  String bar(long nowNanos) {
    int percent = (int) (100 * step / run.totalSteps());
    int filled = percent * BAR_WIDTH / 100;
    return format(
        "epoch %d/%d [%s%s] %3d%%  %s",
        epoch,
        run.totalEpochs(),
        "#".repeat(filled),
        " ".repeat(BAR_WIDTH - filled),
        percent,
        figures(nowNanos));
  }

  /** {@code epoch 3/60 step 1234/18840 13.2 sentences/s loss 0.0123 1:02:03 left}. */
  String plain(long nowNanos) {
    return format(
        "epoch %d/%d  step %d/%d  %s",
        epoch, run.totalEpochs(), step, run.totalSteps(), figures(nowNanos));
  }

  /** The evaluation's first scores, if there was anything to score on. */
  String evaluation(EpochEvaluated evaluated) {
    if (!evaluated.scores().containsKey("f1")) {
      return format("epoch %d/%d done", evaluated.epoch(), run.totalEpochs());
    }
    String scores =
        evaluated.scores().entrySet().stream()
            .limit(SCORES_SHOWN)
            .map(score -> format("%s %.4f", score.getKey(), score.getValue()))
            .collect(Collectors.joining(", "));
    return format(
        "epoch %d/%d evaluated: %s%s",
        evaluated.epoch(), run.totalEpochs(), scores, evaluated.best() ? " (best so far)" : "");
  }

  private String figures(long nowNanos) {
    return format(
        "%.1f sentences/s  loss %.4g  %s left",
        throughput.sentencesPerSecond(), loss, timeLeft(nowNanos));
  }

  // By the whole run so far, evaluations included, since those to come take time as well.
  private String timeLeft(long nowNanos) {
    long done = step - run.completedSteps();
    if (done == 0) {
      return "?";
    }
    double secondsPerStep = (nowNanos - startNanos) / 1e9 / done;
    long seconds = Math.round(secondsPerStep * (run.totalSteps() - step));
    return format("%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
