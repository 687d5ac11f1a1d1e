/**
 * A small cluster of separate processes on this machine: Flink, and if wanted Kafka and ZooKeeper.
 */
package org.relunet.pipeline.cluster.local;
