package org.relunet.pipeline.output;

import java.io.Serializable;

/**
 * A stretch of a part file.
 *
 * @param start first byte
 * @param length bytes
 */
record Extent(long start, long length) implements Serializable {}
