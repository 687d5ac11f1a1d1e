/**
 * Flink clusters: what one answers about itself, and which jars stand on it and which are sent to
 * it.
 */
package org.relunet.pipeline.cluster;
