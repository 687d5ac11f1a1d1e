package org.relunet.common.claim;

import java.time.Instant;

/** A name of this process that hardly any other has, in another container either. */
final class ProcessName {
  private ProcessName() {}

  static String ofThis() {
    ProcessHandle process = ProcessHandle.current();
    Instant started = process.info().startInstant().orElse(Instant.EPOCH);
    return Long.toHexString(process.pid()) + "-" + Long.toHexString(started.toEpochMilli());
  }
}
