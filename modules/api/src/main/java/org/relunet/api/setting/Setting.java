package org.relunet.api.setting;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes one key of the configuration. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Setting {
  /** What the key does, one line, and what each choice means. */
  String help();

  /**
   * The value where the configuration has none, written as in the file ({@code "0.5"}, {@code "[16,
   * 8]"}); empty for an empty text, an empty list, or a nested record.
   */
  String defaultValue() default "";

  /**
   * Of a text: those that mean something themselves, besides the default. Any other one is the name
   * of a file or a directory, and a configuration that comes with a model may only name those that
   * come with it too.
   */
  String[] names() default {};

  /** Of a text or a list of texts: false if it is never the name of a file or a directory. */
  boolean namesFile() default true;

  /** Unit of a number, for the reference: "words", "milliseconds". */
  String unit() default "";

  /** Smallest number allowed. */
  double minimum() default Double.NEGATIVE_INFINITY;

  /** Largest number allowed. */
  double maximum() default Double.POSITIVE_INFINITY;
}
