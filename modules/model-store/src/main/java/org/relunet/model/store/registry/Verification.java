package org.relunet.model.store.registry;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.relunet.model.store.json.JsonFormatException;
import org.relunet.model.store.manifest.ModelPackageException;

/** Looks at everything in a registry. */
final class Verification {
  private final ModelRegistry registry;
  private final RegistryStorage storage;
  private final List<Finding> findings = new ArrayList<>();

  Verification(ModelRegistry registry, RegistryStorage storage) {
    this.registry = registry;
    this.storage = storage;
  }

  List<Finding> run() throws IOException {
    for (String version : storage.versions()) {
      look(version, () -> registry.open(version));
      look(version, () -> registry.publication(version));
    }
    for (String alias : storage.aliases()) {
      look(
          "alias " + alias,
          () -> {
            for (String version : storage.alias(alias).version().stream().toList()) {
              if (!storage.contains(version)) {
                findings.add(
                    new Finding("alias " + alias, "it names " + version + ", which is not there"));
              }
            }
          });
    }
    return List.copyOf(findings);
  }

  /** Something that throws where it finds fault. */
  private interface Look {
    void at() throws IOException;
  }

  private void look(String subject, Look look) {
    try {
      look.at();
    } catch (IOException
        | IllegalArgumentException
        | JsonFormatException
        | ModelPackageException e) {
      findings.add(new Finding(subject, String.valueOf(e.getMessage())));
    }
  }
}
