/**
 * From topics to topics, as a Beam pipeline on Flink: micro-batches through the engine, dead
 * letters, both kinds of delivery, metrics.
 */
package org.relunet.pipeline.stream;
