package org.relunet.runtime.configuration;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.relunet.api.setting.Setting;
import org.relunet.model.store.origin.RequiredOrigin;
import org.relunet.model.store.origin.SignerKey;

/** Settings of the section {@code model}, which no model may bring itself. */
public record ModelSettings(
    @Setting(
            help =
                "SHA-256 of the manifest.json that the model must have, 64 hexadecimal digits;"
                    + " empty: any. The manifest holds the digests of all other files",
            namesFile = false)
        String sha256,
    @Setting(
            help =
                "file with the public Ed25519 key, in PEM, that the model's manifest.json.sig must"
                    + " be made with; empty: a signature is not looked at")
        String key,
    @Setting(
            help =
                "files and directories, besides those in its package, that a model's configuration"
                    + " may name, such as the directory of an encoder of your own")
        List<String> files) {
  /** Name of the section. */
  public static final String SECTION = "model";

  private static final Pattern SHA256 = Pattern.compile("[0-9A-Fa-f]{64}");

  public ModelSettings {
    files = List.copyOf(files);
  }

  /**
   * What the model must have.
   *
   * @throws IllegalArgumentException if the digest is none, or the key can't be read
   */
  public RequiredOrigin origin() {
    if (!sha256.isEmpty() && !SHA256.matcher(sha256).matches()) {
      throw new IllegalArgumentException(
          "model.sha256 must be 64 hexadecimal digits, but is '" + sha256 + "'");
    }
    return new RequiredOrigin(
        sha256.isEmpty() ? Optional.empty() : Optional.of(sha256),
        key.isEmpty() ? Optional.empty() : Optional.of(SignerKey.read(Path.of(key))));
  }
}
