package org.relunet.pipeline.cluster.process;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * How Java is called.
 *
 * @param options options of the JVM
 * @param classPath class path
 * @param mainClass class to run
 * @param arguments arguments of the class
 */
public record JavaCall(
    List<String> options, List<String> classPath, String mainClass, List<String> arguments) {
  public JavaCall {
    options = List.copyOf(options);
    classPath = List.copyOf(classPath);
    arguments = List.copyOf(arguments);
  }

  /** With further options. */
  public JavaCall withOptions(List<String> further) {
    return new JavaCall(together(options, further), classPath, mainClass, arguments);
  }

  /** With further arguments. */
  public JavaCall withArguments(List<String> further) {
    return new JavaCall(options, classPath, mainClass, together(arguments, further));
  }

  /** With an entry of the class path before the others. */
  public JavaCall withFirst(String entry) {
    return new JavaCall(options, together(List.of(entry), classPath), mainClass, arguments);
  }

  /** The lines of a file of arguments, which {@code java @FILE} reads. */
  public List<String> lines() {
    List<String> all = new ArrayList<>(options);
    all.add("-cp");
    all.add(String.join(File.pathSeparator, classPath));
    all.add(mainClass);
    all.addAll(arguments);
    return all.stream().map(JavaCall::quoted).toList();
  }

  private static String quoted(String argument) {
    return '"' + argument.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private static List<String> together(List<String> first, List<String> then) {
    return Stream.concat(first.stream(), then.stream()).toList();
  }
}
