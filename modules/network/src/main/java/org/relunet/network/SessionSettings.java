package org.relunet.network;

import org.relunet.api.setting.Setting;
import org.tensorflow.proto.ConfigProto;

/** Threads of the process-wide TensorFlow session. */
public record SessionSettings(
    @Setting(
            help =
                "threads inside an operation; 0: as many as cores in training, whose steps follow"
                    + " each other, and 1 where several batches are read at a time",
            defaultValue = "0",
            minimum = 0)
        int intraOpThreads,
    @Setting(
            help =
                "operations that run at a time; 0: 1 in training, and as many as cores where several"
                    + " batches are read at a time",
            defaultValue = "0",
            minimum = 0)
        int interOpThreads) {

  /** For runs that follow each other: an operation has all cores. */
  public ConfigProto oneRunAtATime() {
    return proto(Runtime.getRuntime().availableProcessors(), 1);
  }

  /**
   * For runs side by side: each keeps to a core, so that none waits for the others at the end of
   * every operation.
   */
  public ConfigProto severalRunsAtATime() {
    return proto(1, Runtime.getRuntime().availableProcessors());
  }

  private ConfigProto proto(int intra, int inter) {
    return ConfigProto.newBuilder()
        .setIntraOpParallelismThreads(intraOpThreads == 0 ? intra : intraOpThreads)
        .setInterOpParallelismThreads(interOpThreads == 0 ? inter : interOpThreads)
        .build();
  }
}
