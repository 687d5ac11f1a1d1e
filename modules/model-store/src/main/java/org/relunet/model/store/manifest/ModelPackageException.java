package org.relunet.model.store.manifest;

import java.nio.file.Path;
import java.util.List;

/**
 * A model cannot be used. The message names the place, every problem with the file it is about, and
 * what to do.
 */
public final class ModelPackageException extends RuntimeException {
  /** More would tell nobody more. */
  private static final int SHOWN = 10;

  private final List<String> problems;

  /**
   * @param place directory or file that is refused
   * @param problems what is wrong, each beginning with the file's path in the package
   * @param remedy what the user can do, an imperative sentence
   */
  public ModelPackageException(Path place, List<String> problems, String remedy) {
    this(place, problems, remedy, null);
  }

  public ModelPackageException(Path place, List<String> problems, String remedy, Throwable cause) {
    super(message(place, problems, remedy), cause);
    this.problems = List.copyOf(problems);
  }

  private static String message(Path place, List<String> problems, String remedy) {
    if (problems.isEmpty()) {
      throw new IllegalArgumentException("a refusal needs a reason");
    }
    StringBuilder text = new StringBuilder("model ").append(place).append(" cannot be used:");
    if (problems.size() == 1) {
      text.append(' ').append(problems.get(0)).append(". ");
    } else {
      problems.stream().limit(SHOWN).forEach(problem -> text.append("\n  - ").append(problem));
      if (problems.size() > SHOWN) {
        text.append("\n  - and ").append(problems.size() - SHOWN).append(" more");
      }
      text.append('\n');
    }
    return text.append(remedy).toString();
  }

  /** What is wrong, each beginning with the file's path in the package. */
  public List<String> problems() {
    return problems;
  }
}
