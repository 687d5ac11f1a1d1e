package org.relunet.cli;

/** What the process tells its caller. */
public final class ExitStatus {
  /** All done. */
  public static final int DONE = 0;

  /** It could not be done. */
  public static final int FAILED = 1;

  /** The command line cannot be understood. */
  public static final int USAGE = 2;

  /** Done, but some records failed: they are in the dead-letter file. */
  public static final int DEAD_LETTERS = 3;

  /** A retraining ended well, and the model in use stays. */
  public static final int KEPT = 10;

  /** A reproduction ended well, with another model. */
  public static final int OTHER = 10;

  private ExitStatus() {}
}
