package org.relunet.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** What lives on the heap of another JVM. */
final class JavaHeap {
  private JavaHeap() {}

  /** How many instances of a class are left after a full collection. */
  static int instances(long pid, String className) throws IOException, InterruptedException {
    String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    Process process =
        new ProcessBuilder(jcmd, pid + "", "GC.class_histogram").redirectErrorStream(true).start();
    String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0 || !answer.contains("#instances")) {
      throw new IOException("jcmd says: " + answer);
    }
    // number: instances bytes class (module)
    return answer
        .lines()
        .map(line -> line.strip().split("\\s+"))
        .filter(columns -> columns.length >= 4 && columns[3].equals(className))
        .mapToInt(columns -> Integer.parseInt(columns[1]))
        .sum();
  }
}
