package org.relunet.cli;

import picocli.CommandLine.Option;

/** Says which alias is changed, and why; mixed into the commands that change one. */
final class AliasOption {
  @Option(
      names = "--alias",
      paramLabel = "NAME",
      defaultValue = "champion",
      description = "The alias; default: ${DEFAULT-VALUE}.")
  private String name;

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      defaultValue = "by hand",
      description = "Why, for the alias' history; default: ${DEFAULT-VALUE}.")
  private String reason;

  String name() {
    return name;
  }

  String reason() {
    return reason;
  }
}
