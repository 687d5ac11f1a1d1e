package org.relunet.pipeline.registry;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import org.relunet.model.store.json.JsonFormatException;
import org.relunet.model.store.registry.AliasChange;
import org.relunet.model.store.registry.AliasState;
import org.relunet.model.store.registry.ConditionalCreate;
import org.relunet.model.store.registry.RegistryName;

/**
 * Aliases on object storage: the last entry of its history is what an alias names. Entries are
 * numbered, and each is created only if there is none of its number: so of two who change an alias
 * one fails.
 */
final class ObjectAliases {
  private static final String HISTORY = "history/";
  private static final String FILES = "aliases/";

  private final ObjectFiles files;
  private final Optional<ConditionalCreate> creator;

  ObjectAliases(ObjectFiles files, Optional<ConditionalCreate> creator) {
    this.files = files;
    this.creator = creator;
  }

  List<String> names() throws IOException {
    TreeSet<String> names = new TreeSet<>();
    for (ObjectFiles.Found entry : files.find(HISTORY + "*/00000001.json")) {
      names.add(entry.path().split("/")[1]);
    }
    for (ObjectFiles.Found file : files.find(FILES + "*")) {
      names.add(file.path().split("/")[1]);
    }
    return names.stream().filter(RegistryName::isAllowed).toList();
  }

  AliasState state(String alias) throws IOException {
    TreeSet<String> entries = new TreeSet<>();
    files.find(HISTORY + alias + "/*.json").forEach(found -> entries.add(found.path()));
    List<AliasChange> history = new ArrayList<>();
    while (entries.contains(entry(alias, history.size() + 1))) {
      String path = entry(alias, history.size() + 1);
      try {
        history.add(AliasChange.parse(text(files.read(path))));
      } catch (JsonFormatException e) {
        throw new IOException(files.address(path) + ": " + e.getMessage(), e);
      }
    }
    return history.isEmpty() ? copied(alias) : new AliasState(history);
  }

  /** Of a directory without histories that was copied here. */
  private AliasState copied(String alias) throws IOException {
    Optional<byte[]> file = files.readIfThere(FILES + alias);
    if (file.isEmpty()) {
      return new AliasState(List.of());
    }
    return new AliasState(
        List.of(
            new AliasChange(
                Instant.EPOCH,
                Optional.empty(),
                RegistryName.require("version", text(file.get()).strip()),
                "found in " + FILES + alias,
                false)));
  }

  /** Whether the alias was as it was seen, and is changed now. */
  boolean change(String alias, AliasState seen, AliasChange change) throws IOException {
    int number = seen.history().size();
    if (number == 1 && files.find(List.of(entry(alias, 1))).isEmpty()) {
      AliasChange copied = seen.history().get(0);
      if (!create(entry(alias, 1), copied)) {
        return false;
      }
    }
    return create(entry(alias, number + 1), change);
  }

  private boolean create(String path, AliasChange change) throws IOException {
    return creator
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    ("an alias at %s cannot be changed: nothing here writes an object there only if"
                            + " there is none, and without that two who change it at once would"
                            + " not notice")
                        .formatted(files)))
        .create(files.address(path), change.toJson().getBytes(StandardCharsets.UTF_8));
  }

  private static String entry(String alias, int number) {
    return HISTORY + alias + "/" + String.format(Locale.ROOT, "%08d.json", number);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
