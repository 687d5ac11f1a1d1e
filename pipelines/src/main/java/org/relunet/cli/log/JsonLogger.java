package org.relunet.cli.log;

import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;

/** Writes what another logger would. */
final class JsonLogger extends LegacyAbstractLogger {
  private static final long serialVersionUID = 1L;

  private final transient Logger levels;

  JsonLogger(String name, Logger levels) {
    this.name = name;
    this.levels = levels;
  }

  @Override
  public boolean isTraceEnabled() {
    return levels.isTraceEnabled();
  }

  @Override
  public boolean isDebugEnabled() {
    return levels.isDebugEnabled();
  }

  @Override
  public boolean isInfoEnabled() {
    return levels.isInfoEnabled();
  }

  @Override
  public boolean isWarnEnabled() {
    return levels.isWarnEnabled();
  }

  @Override
  public boolean isErrorEnabled() {
    return levels.isErrorEnabled();
  }

  @Override
  protected String getFullyQualifiedCallerName() {
    return null;
  }

  @Override
  protected void handleNormalizedLoggingCall(
      Level level, Marker marker, String pattern, Object[] arguments, Throwable thrown) {
    String message = MessageFormatter.basicArrayFormat(pattern, arguments);
    System.err.println(JsonLine.of(Instant.now(), level.toString(), getName(), message, thrown));
  }
}
