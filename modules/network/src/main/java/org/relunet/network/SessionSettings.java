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
            help = "operations that run at a time; 0: as many as cores",
            defaultValue = "1",
            minimum = 0)
        int interOpThreads) {

  /** As TensorFlow takes them. */
  public ConfigProto toProto() {
    return ConfigProto.newBuilder()
        .setIntraOpParallelismThreads(intraOpThreads)
        .setInterOpParallelismThreads(interOpThreads)
        .build();
  }
}
