package org.relunet.common.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClaimTest {
  @TempDir private Path directory;
  private Path file;

  @BeforeEach
  void name() {
    file = directory.resolve("below/lock");
  }

  @Test
  void isHadOnceAndItsFileGoesWithIt() throws IOException {
    try (Claim first = Claim.tryOn(file).orElseThrow()) {
      assertThat(first).isNotNull();
      assertThat(Claim.tryOn(file)).isEmpty();
      try (OtherProcess other = OtherProcess.start("claim", file)) {
        assertThat(other.answer()).as("after a second try here").isEqualTo("false");
      }
    }
    assertThat(file).doesNotExist();
    Claim.on(file).close();
  }

  @Test
  void endsWithTheProcess() throws IOException {
    try (OtherProcess other = OtherProcess.start("claim", file)) {
      assertThat(other.answer()).isEqualTo("true");
      assertThat(Claim.tryOn(file)).isEmpty();
    }
    assertThat(file).exists();
    Claim.tryOn(file).orElseThrow().close();
    assertThat(file).doesNotExist();
  }

  @Test
  void whoOpensTheFileAsItIsDeletedDoesNotHaveIt() {
    AtomicInteger holders = new AtomicInteger();
    AtomicInteger claims = new AtomicInteger();
    IntStream.range(0, 4)
        .mapToObj(
            thread ->
                CompletableFuture.runAsync(
                    () -> {
                      for (int i = 0; i < 300; i++) {
                        claimOnce(holders, claims);
                      }
                    }))
        .toList()
        .forEach(CompletableFuture::join);
    assertThat(claims.get()).isPositive();
    assertThat(Files.exists(file)).isFalse();
  }

  private void claimOnce(AtomicInteger holders, AtomicInteger claims) {
    try (Claim claim = Claim.tryOn(file).orElse(null)) {
      if (claim != null) {
        assertThat(holders.incrementAndGet()).isEqualTo(1);
        claims.incrementAndGet();
        holders.decrementAndGet();
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
