package org.relunet.model.store.registry;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.Optional;
import org.relunet.model.store.json.JsonFormatException;
import org.relunet.model.store.json.StrictJson;

/**
 * An alias came to name another version; the content of {@code history/ALIAS/NUMBER.json}.
 *
 * @param when it was changed
 * @param from what it named before, empty where it was new
 * @param to what it has named since
 * @param why as whoever changed it said
 * @param rollback whether it went back to what it had named before
 */
@JsonPropertyOrder({"when", "from", "to", "rollback", "why"})
public record AliasChange(
    Instant when, Optional<String> from, String to, String why, boolean rollback) {
  public AliasChange {
    if (when == null || to == null || why == null) {
      throw new IllegalArgumentException("a change of an alias needs the keys when, to and why");
    }
    RegistryName.require("version", to);
    from = from == null ? Optional.empty() : from;
  }

  /**
   * @throws JsonFormatException if the text is not a change
   */
  public static AliasChange parse(String json) {
    return StrictJson.read(json, AliasChange.class);
  }

  public String toJson() {
    return StrictJson.write(this);
  }
}
