/**
 * Clients of Kafka: their properties, what a job needs to find on the brokers, and writing in
 * transactions.
 */
package org.relunet.pipeline.kafka;
