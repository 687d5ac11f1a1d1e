package org.relunet.encoder.transformer;

import org.relunet.api.setting.Setting;
import org.relunet.encoder.transformer.graph.LowRankAdapter;

/** The changes of low rank that {@code fine-tuning: lora} trains (Hu et al. 2021). */
public record LoraSettings(
    @Setting(help = "rank of each change", defaultValue = "16", minimum = 1, maximum = 4096)
        int rank,
    @Setting(
            help = "the changes count scale / rank times",
            defaultValue = "32",
            minimum = 0.001,
            maximum = 10000)
        double scale,
    @Setting(
            help =
                "which matrices; attention: query, key, value and output, all: those between too",
            defaultValue = "all")
        Targets targets) {
  /** The matrices of a layer that are changed. */
  public enum Targets {
    ATTENTION,
    ALL
  }

  LowRankAdapter adapter() {
    return new LowRankAdapter(rank, scale, targets == Targets.ALL);
  }
}
