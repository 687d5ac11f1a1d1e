package org.relunet.network;

import org.relunet.api.setting.Setting;
import org.tensorflow.proto.ConfigProto;

/** Threads of the process-wide TensorFlow session. */
public record SessionSettings(
    @Setting(
            help = "threads inside an operation; 0: as many as cores",
            defaultValue = "0",
            minimum = 0)
        int intraOpThreads,
    @Setting(
            help =
                "operations that run at a time; 0: 1 in training, whose steps follow each other, and"
                    + " as many as cores where several batches are read at a time",
            defaultValue = "0",
            minimum = 0)
        int interOpThreads) {

  /** For runs that follow each other. */
  public ConfigProto oneRunAtATime() {
    return proto(1);
  }

  /**
   * For runs side by side, so that one's operations that can't be divided leave no core idle. The
   * threads inside operations are the process's: TensorFlow makes them for its first session.
   */
  public ConfigProto severalRunsAtATime() {
    return proto(Runtime.getRuntime().availableProcessors());
  }

  private ConfigProto proto(int inter) {
    return ConfigProto.newBuilder()
        .setIntraOpParallelismThreads(intraOpThreads)
        .setInterOpParallelismThreads(interOpThreads == 0 ? inter : interOpThreads)
        .build();
  }
}
