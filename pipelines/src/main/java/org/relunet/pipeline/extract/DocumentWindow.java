package org.relunet.pipeline.extract;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.relunet.pipeline.record.Decoded;

/**
 * Successive records of a chunk: what is in memory at a time, and what batches are formed from.
 *
 * @param place where it stands in the input
 * @param records its records, in order
 */
public record DocumentWindow(WindowPlace place, List<Decoded> records) implements Serializable {
  public DocumentWindow {
    // a list that Java serialization knows how to write, whatever the caller gave
    records = new ArrayList<>(records);
  }
}
