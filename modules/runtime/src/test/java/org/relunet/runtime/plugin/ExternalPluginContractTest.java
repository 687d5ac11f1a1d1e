package org.relunet.runtime.plugin;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import org.relunet.api.plugin.TokenizerPlugin;
import org.relunet.contract.plugin.ExamplePlugin;
import org.relunet.contract.tokenizer.TokenizerContract;

/** The plugin in a jar that this build knows nothing of keeps the contract of its kind. */
final class ExternalPluginContractTest extends TokenizerContract<Record> {
  @TempDir static Path directory;

  private URLClassLoader loader;
  private TokenizerPlugin<Record> plugin;

  @Override
  @SuppressWarnings("unchecked") // its settings are a record, whatever their class
  protected TokenizerPlugin<Record> plugin() {
    if (plugin == null) {
      try {
        URL jar = ExamplePlugin.jar(directory).toUri().toURL();
        loader = new URLClassLoader(new URL[] {jar}, getClass().getClassLoader());
        plugin =
            (TokenizerPlugin<Record>)
                loader.loadClass(ExamplePlugin.CLASS).getDeclaredConstructor().newInstance();
      } catch (IOException | ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }
    return plugin;
  }

  @Override
  protected Record settings() {
    try {
      return plugin().settings().getDeclaredConstructor(String.class).newInstance(" ");
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  @AfterAll
  void close() throws IOException {
    loader.close();
  }
}
