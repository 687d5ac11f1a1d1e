package org.relunet.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Says which cluster of this machine is meant; mixed into the commands about one. */
final class ClusterDirectoryOption {
  @Option(
      names = "--directory",
      paramLabel = "DIR",
      defaultValue = "${sys:user.home}/.relunet/cluster",
      description = "Where the cluster keeps its state and logs; default: ~/.relunet/cluster")
  private Path directory;

  Path directory() {
    return directory;
  }
}
