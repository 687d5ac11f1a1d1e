package org.relunet.training.run;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.relunet.training.TinyTraining;

/** A training in a process of its own that dies, without any farewell, in an epoch. */
final class KilledTraining {
  private static final int KILLED = 137;

  private KilledTraining() {}

  /** Starts a training and waits until it is dead; returns what it printed. */
  static String run(TinyTraining training, Path output, int epoch, String... overrides)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                KilledTraining.class.getName(),
                training.root().toString(),
                output.toString(),
                Integer.toString(epoch)));
    command.addAll(List.of(overrides));
    Path log = training.root().resolve("killed.log");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    int status = process.waitFor();
    String printed = Files.readString(log);
    if (status != KILLED) {
      throw new IllegalStateException("status " + status + File.separator + printed);
    }
    return printed;
  }

  /**
   * @param arguments root of the data, output, epoch to die in, overrides
   */
  public static void main(String[] arguments) throws IOException {
    Path output = Path.of(arguments[1]);
    int epoch = Integer.parseInt(arguments[2]);
    String[] overrides = List.of(arguments).subList(3, arguments.length).toArray(String[]::new);
    Thread killer = new Thread(() -> killIn(epoch, output));
    killer.setDaemon(true);
    killer.start();
    new TinyTraining(Path.of(arguments[0])).train(output, overrides);
  }

  private static void killIn(int epoch, Path output) {
    Path metrics = output.resolve("metrics.jsonl");
    String mark = "\"epoch\":" + epoch + ",\"sentences\"";
    try {
      while (!Files.exists(metrics) || !Files.readString(metrics).contains(mark)) {
        Thread.sleep(1);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      return;
    }
    Runtime.getRuntime().halt(KILLED);
  }
}
