package org.relunet.config;

/**
 * What a layer may say that is not the user's own, such as a configuration that came with a model.
 * Of keys that hold a text, it may only use the names that the keys know themselves; any other text
 * is taken for the name of a file, unless the key says that it is none.
 */
public interface ForeignRules {
  /**
   * Whether what the layer says of a section is used; else it is left out.
   *
   * @throws IllegalArgumentException if the layer may not have the section; the message says why
   */
  boolean takes(String section);

  /**
   * Whether the value of a key, in a section that is used, is used too; else the key keeps what it
   * has without the layer.
   *
   * @param key its full name
   */
  default boolean takesKey(String key) {
    return true;
  }

  /**
   * The file that is meant by a text.
   *
   * @param key full name of the key that holds it
   * @throws IllegalArgumentException if it is none that the layer may name; the message says why
   */
  String file(String key, String text);
}
