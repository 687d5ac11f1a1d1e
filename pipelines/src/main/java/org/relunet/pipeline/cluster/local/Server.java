package org.relunet.pipeline.cluster.local;

import org.relunet.pipeline.cluster.process.JavaCall;

/**
 * A Java process to be started.
 *
 * @param name what its files and messages call it
 * @param call how it is started
 */
record Server(String name, JavaCall call) {}
