/** Training by several workers that are tasks of one Flink job. */
package org.relunet.pipeline.training;
