package org.relunet.pipeline.input;

import java.io.Serializable;

/**
 * A run of whole records of one source.
 *
 * @param source the file
 * @param start first byte
 * @param end one past the last byte
 * @param firstLine number of its first line, from 1
 */
public record Slice(Source source, long start, long end, long firstLine) implements Serializable {
  public long length() {
    return end - start;
  }
}
