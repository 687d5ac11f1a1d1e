package org.relunet.tokenizer.opennlp;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.relunet.api.bounded.BoundedBytes;
import org.relunet.api.plugin.ModelHashes;

/**
 * Opens the models: those of the distribution, or files that the settings name; and remembers what
 * it opened.
 */
final class ModelFiles {
  /** Reads a model from its bytes. */
  interface Reader<M> {
    M read(InputStream bytes) throws IOException;
  }

  private static final BoundedBytes FILE = new BoundedBytes(256 << 20);

  static {
    UniversalTaggerFactory.allow();
  }

  private ModelHashes opened = ModelHashes.NONE;

  /** Of all that was loaded, by the setting that names it. */
  ModelHashes opened() {
    return opened;
  }

  /**
   * Reads a model.
   *
   * @param key the dashed key of the setting, for errors
   * @param setting the setting's value: {@link OpenNlpSettings#DEFAULT_MODEL} or a file
   * @param resource absolute name of the resource that holds the default
   */
  <M> M load(String key, String setting, String resource, Reader<M> reader) {
    boolean bundled = setting.equals(OpenNlpSettings.DEFAULT_MODEL);
    try (InputStream file = bundled ? open(resource) : open(key, Path.of(setting))) {
      byte[] bytes = FILE.read(file);
      M model = reader.read(new ByteArrayInputStream(CheckedModel.rewritten(bytes)));
      opened = opened.with(key, bytes);
      return model;
    } catch (IOException | RuntimeException e) {
      if (e instanceof MissingModelException missing) {
        throw missing;
      }
      throw new UncheckedIOException(
          "tokenizer.opennlp."
              + key
              + ": cannot read "
              + (bundled ? resource : setting)
              + " as an OpenNLP model: "
              + e.getMessage(),
          e instanceof IOException io ? io : new IOException(e));
    }
  }

  private static InputStream open(String resource) {
    InputStream bytes = ModelFiles.class.getResourceAsStream(resource);
    if (bytes == null) {
      throw new MissingModelException(
          "the resource " + resource + " is not on the class path; is the distribution complete?");
    }
    return bytes;
  }

  private static InputStream open(String key, Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new MissingModelException(
          "tokenizer.opennlp."
              + key
              + ": there is no file "
              + file.toAbsolutePath()
              + "; name an OpenNLP model or 'default'");
    }
    return Files.newInputStream(file);
  }
}
