package org.relunet.pipeline.input;

/**
 * A record as it stands in its file.
 *
 * @param location where
 * @param bytes its bytes without the line's end; none if the location is oversized
 */
public record RawRecord(RecordLocation location, byte[] bytes) {}
