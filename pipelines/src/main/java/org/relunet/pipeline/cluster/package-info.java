/**
 * Flink clusters: what one answers about itself, which jars stand on it and which are sent to it,
 * and a small one of separate processes on this machine.
 */
package org.relunet.pipeline.cluster;
