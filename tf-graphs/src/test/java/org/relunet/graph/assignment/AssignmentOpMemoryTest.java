package org.relunet.graph.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/** In a JVM of its own, whose heap cannot grow: all that grows is native memory. */
@EnabledOnOs(OS.LINUX)
class AssignmentOpMemoryTest {
  private static final int WARM_UP = 5_000;
  private static final int RUNS = 20_000;

  /** Problems of 1 x 1: cost, rows and assignment are of 4 kB each. */
  private static final int BATCH = 1024;

  @Test
  void keepsNoTensorOfAnyRun() throws Exception {
    Process probe =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms128m",
                "-Xmx128m",
                "-XX:+AlwaysPreTouch",
                "-cp",
                System.getProperty("java.class.path"),
                AssignmentOpMemoryTest.class.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String output = new String(probe.getInputStream().readAllBytes()).strip();
    assertThat(probe.waitFor()).as(output).isZero();
    // any tensor kept a run would be 80 MB; the just-in-time compiler takes some
    assertThat(Long.parseLong(output)).as("growth in kB").isLessThan(40_000);
  }

  /** Prints by how many kilobytes the process grew. */
  public static void main(String[] arguments) throws IOException {
    try (Graph graph = new Graph()) {
      Ops tf = Ops.create(graph);
      Operand<TFloat32> cost = tf.placeholder(TFloat32.class);
      Operand<TInt32> rows = tf.placeholder(TInt32.class);
      Operand<TInt32> assignment = // of computed tensors: fed ones are the caller's memory
          AssignmentOp.build(
              tf, tf.math.add(cost, tf.constant(1f)), tf.math.add(rows, tf.constant(1)));
      try (Session session = new Session(graph);
          TFloat32 costs = TFloat32.tensorOf(Shape.of(BATCH, 1, 1));
          TInt32 counts = TInt32.vectorOf(new int[BATCH])) {
        costs.scalars().forEach(scalar -> scalar.setFloat(1));
        counts.scalars().forEach(scalar -> scalar.setInt(0));
        long before = 0;
        for (int run = 0; run < WARM_UP + RUNS; run++) {
          if (run == WARM_UP) {
            before = residentKilobytes();
          }
          try (Result result =
              session.runner().feed(cost, costs).feed(rows, counts).fetch(assignment).run()) {
            result.get(0);
          }
        }
        System.out.println(residentKilobytes() - before);
      }
    }
  }

  private static long residentKilobytes() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmRSS"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElseThrow();
  }
}
