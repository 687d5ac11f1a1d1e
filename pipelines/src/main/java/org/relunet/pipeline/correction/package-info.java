/** Corrections on their way through Kafka. */
package org.relunet.pipeline.correction;
