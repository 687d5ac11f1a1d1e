package org.relunet.cli;

/** How messages look. */
enum LogFormat {
  /** Lines for people. */
  TEXT,
  /** A line of JSON each. */
  JSON
}
