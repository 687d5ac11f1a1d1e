package org.relunet.model.store;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relunet.model.store.manifest.ModelPackageException;

final class OversizedPackageTest {
  @TempDir Path directory;

  @Test
  void aConfigurationOfMegabytesIsNotRead() {
    String configuration = "# " + "x".repeat(9 << 20);
    Path target = directory.resolve("large");
    assertThatThrownBy(
            () -> {
              ExamplePackage.writeOther(target, configuration);
              ModelPackage.open(target);
            })
        .isInstanceOf(ModelPackageException.class)
        .hasMessageContainingAll("configuration.yaml", "more than 1048576 bytes");
  }
}
