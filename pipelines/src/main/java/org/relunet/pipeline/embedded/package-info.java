/**
 * Flink inside this process: the one way in which commands run it. It listens nowhere but on the
 * loopback interface, takes no job from anybody else, and tells what becomes of its job.
 */
package org.relunet.pipeline.embedded;
