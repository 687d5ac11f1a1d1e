package org.relunet.pipeline.input;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * What one worker reads at a time.
 *
 * @param ordinal its place in the input, from 0; results are put together in this order
 * @param slices its parts, in the order of the input
 */
public record Chunk(int ordinal, List<Slice> slices) implements Serializable {
  public Chunk {
    // a list that Java serialization knows how to write, whatever the caller gave
    slices = new ArrayList<>(slices);
  }
}
