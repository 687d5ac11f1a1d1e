package org.relunet.runtime.plugin;

/** A plugin is missing, broken, or cannot be started; the message says which and what to do. */
public final class PluginException extends RuntimeException {
  public PluginException(String message) {
    super(message);
  }

  public PluginException(String message, Throwable cause) {
    super(message, cause);
  }
}
