package org.relunet.pipeline.replay;

/**
 * What became of the letters of a topic that were not replayed before.
 *
 * @param replayed went back, or would
 * @param excluded by the filters
 * @param foreign are of another job or topic, or no dead letters, and were not met before
 * @param lost are cut, and the message that they were made of is gone
 */
public record ReplaySummary(long replayed, long excluded, long foreign, long lost) {}
