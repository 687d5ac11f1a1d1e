/** Beam jobs on Flink, made of the plain classes of the neighbouring packages. */
package org.relunet.pipeline.job;
