package org.relunet.pipeline.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.relunet.common.claim.Claim;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A run's claims to what it writes: of two runs that would write the same, the second is refused.
 */
public final class OutputClaims implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(OutputClaims.class);

  private final OutputTarget output;
  private final List<Claim> claims = new ArrayList<>();

  private OutputClaims(OutputTarget output) {
    this.output = output;
  }

  /**
   * @throws OutputException if another run is writing there, or has written meanwhile
   */
  public static OutputClaims on(OutputTarget output, DeadLetterTarget deadLetters)
      throws IOException {
    OutputClaims claims = new OutputClaims(output);
    try {
      Optional<Path> lock = output.prepare();
      if (lock.isPresent()) {
        claims.add(lock.get(), "the output");
        output.requireFree();
      }
      if (deadLetters.requested() && !Files.exists(deadLetters.file())
          || Files.isRegularFile(deadLetters.file())) {
        claims.add(beside(deadLetters.file()), "the file for dead letters");
      }
      return claims;
    } catch (IOException | RuntimeException e) {
      claims.close();
      throw e;
    }
  }

  /** The file on which the claim to a file is. */
  static Path beside(Path file) {
    return file.resolveSibling("." + file.getFileName() + ".relunet-lock");
  }

  private void add(Path lock, String what) {
    try {
      claims.add(
          Claim.tryOn(lock)
              .orElseThrow(
                  () ->
                      new OutputException(
                          what
                              + " is being written by another run, which holds '"
                              + lock
                              + "': wait until it has ended, or name another one")));
    } catch (IOException e) {
      LOG.warn("no other run may write {} meanwhile: it cannot be locked ({})", what, e + "");
    }
  }

  @Override
  public void close() throws IOException {
    for (Claim claim : claims) {
      claim.close();
    }
    if (!claims.isEmpty()) {
      output.abandon();
    }
  }
}
