package org.relunet.pipeline.name;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * The name that a mention's text gives its entity. However a text is laid out and encoded, the same
 * name comes of it:
 *
 * <ul>
 *   <li>Unicode's normalisation form C, so that é is one character;
 *   <li>without what is never seen and means nothing: soft hyphen, zero-width space, word joiner
 *       and byte order mark; joiners stay, since scripts write with them;
 *   <li>every run of white space, as Unicode defines it, line ends and no-break spaces among it, is
 *       one space, and there is none at the ends.
 * </ul>
 *
 * <p>Case and marks stay: they may tell entities apart.
 */
public final class Name {
  private static final Pattern UNSEEN = Pattern.compile("[\\u00AD\\u200B\\u2060\\uFEFF]");
  private static final Pattern WHITE_SPACE = Pattern.compile("\\p{IsWhite_Space}+");

  private Name() {}

  /** The name of a text; empty for one of what is never seen alone. */
  public static String of(String text) {
    String seen = UNSEEN.matcher(Normalizer.normalize(text, Normalizer.Form.NFC)).replaceAll("");
    String spaced = WHITE_SPACE.matcher(seen).replaceAll(" ");
    // strip() takes away the space that is left at either end
    return spaced.strip();
  }
}
