package org.relunet.corpus.alignment;

/**
 * The full stop at the end of an abbreviation. At a sentence's end it is both the abbreviation's
 * and the sentence's, so annotators leave it out where tokenizers keep it: {@code "Acme Inc"} and
 * {@code "Acme Inc."} name the same.
 */
public final class FinalFullStop {
  private FinalFullStop() {}

  /**
   * Without a single full stop behind a letter or digit at the end; unchanged where there is none.
   */
  public static String without(String entity) {
    int last = entity.length() - 1;
    return last > 0
            && entity.charAt(last) == '.'
            && Character.isLetterOrDigit(entity.codePointBefore(last))
        ? entity.substring(0, last)
        : entity;
  }
}
