package org.relunet.graph.assignment;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.relunet.benchmark.HostBenchmark;

/** The matching of one sentence's gold nodes with the core's. */
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class HungarianBenchmark extends HostBenchmark {
  /** Nodes on both sides: of the paper's core, and of larger ones. */
  @Param({"4", "8", "16"})
  int nodes;

  private float[] costs;

  /** Random costs, the same in each run. */
  @Setup
  public void costs() {
    Random random = new Random(1);
    costs = new float[nodes * nodes];
    for (int i = 0; i < costs.length; i++) {
      costs[i] = random.nextFloat();
    }
  }

  /** The columns of all rows. */
  @Benchmark
  public int[] match() {
    return HungarianAlgorithm.assign(costs, nodes, nodes);
  }
}
