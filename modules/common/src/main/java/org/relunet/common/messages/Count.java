package org.relunet.common.messages;

/** Numbers of things, as messages tell them: {@code 1 text}, {@code 2 texts}. */
public final class Count {
  private Count() {}

  /** With the plural that most words have: an s at the end. */
  public static String of(long number, String one) {
    return of(number, one, one + "s");
  }

  /**
   * @param one what follows the number 1, such as {@code text lists no triple}
   * @param several what follows every other number
   */
  public static String of(long number, String one, String several) {
    return number + " " + (number == 1 ? one : several);
  }
}
