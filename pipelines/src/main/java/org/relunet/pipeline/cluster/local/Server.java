package org.relunet.pipeline.cluster.local;

import java.util.List;

/**
 * A Java process to be started.
 *
 * @param name what its files and messages call it
 * @param classPath its class path
 * @param javaOptions options of the JVM
 * @param mainClass class to run
 * @param arguments arguments of the class
 */
record Server(
    String name,
    List<String> classPath,
    List<String> javaOptions,
    String mainClass,
    List<String> arguments) {}
