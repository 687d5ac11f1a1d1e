package org.relunet.parser.malt;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.maltparser.concurrent.graph.dataformat.DataFormat;
import org.maltparser.core.exception.MaltChainedException;
import org.maltparser.core.feature.FeatureModelManager;
import org.maltparser.core.feature.system.FeatureEngine;
import org.maltparser.core.io.dataformat.DataFormatManager;
import org.maltparser.core.lw.parser.LWSingleMalt;
import org.maltparser.core.lw.parser.McoModel;
import org.maltparser.core.options.OptionManager;
import org.maltparser.core.plugin.PluginLoader;
import org.maltparser.core.symbol.SymbolTableHandler;
import org.maltparser.core.symbol.hash.HashSymbolTableHandler;
import org.relunet.api.bounded.BoundedBytes;
import org.relunet.api.plugin.ModelHashes;
import org.relunet.common.directories.PrivateFiles;

/**
 * A loaded model. It does what MaltParser's {@code ConcurrentMaltParserModel} does, but lets a
 * thread keep its parser from one sentence to the next, which makes short sentences several times
 * as fast.
 */
final class MaltModel {
  private static final BoundedBytes FILE = new BoundedBytes(512 << 20);
  private static final String BUNDLED = "parser.mco";

  private final LWSingleMalt parser;
  private final SymbolTableHandler symbols;
  private final DataFormat columns;
  private final ModelHashes hashes;

  private MaltModel(McoModel file, int options, ModelHashes hashes)
      throws MaltChainedException, IOException {
    this.hashes = hashes;
    URL columnsFile = file.getMcoEntryURL(option(options, "input", "format"));
    symbols = new HashSymbolTableHandler();
    DataFormatManager formats = new DataFormatManager(columnsFile, columnsFile);
    var format =
        formats
            .getInputDataFormatSpec()
            .createDataFormatInstance(symbols, option(options, "singlemalt", "null_value"));
    symbols.load(file.getInputStreamReader("symboltables.sym", StandardCharsets.UTF_8.name()));
    FeatureEngine engine = new FeatureEngine();
    engine.load("/appdata/features/ParserFeatureSystem.xml");
    engine.load(PluginLoader.instance());
    FeatureModelManager features = new FeatureModelManager(engine);
    features.loadSpecification(file.getMcoEntryURL(option(options, "guide", "features")));
    parser = new LWSingleMalt(options, format, file, null, features);
    columns = DataFormat.parseDataFormatXMLfile(columnsFile);
  }

  /** The model that the plugin brings. */
  static MaltModel bundled() {
    try (InputStream bytes = MaltModel.class.getResourceAsStream(BUNDLED)) {
      if (bytes == null) {
        throw new UnusableModelException(
            "the model " + BUNDLED + " is not on the class path; is the distribution complete?");
      }
      return load(new ModelFile("the bundled model " + BUNDLED, bytes.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the bundled model " + BUNDLED, e);
    }
  }

  /**
   * The model in a file.
   *
   * @throws UnusableModelException if there is no such file, or it holds no model, or it holds
   *     objects that a model does not need
   */
  static MaltModel read(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new UnusableModelException(
          "parser.malt.model: there is no file "
              + file.toAbsolutePath()
              + "; name a .mco file or '"
              + MaltSettings.DEFAULT_MODEL
              + "'");
    }
    try {
      return load(new ModelFile(file.toString(), FILE.read(file)));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  private static MaltModel load(ModelFile model) throws IOException {
    ModelContent content = model.read();
    Path copy = PrivateFiles.temporaryFile("relunet-parser", ".mco");
    try {
      McoModel file = content.toMcoModel(copy);
      synchronized (OptionManager.instance()) {
        return new MaltModel(
            file, loadOptions(file), ModelHashes.NONE.with("model", model.bytes()));
      }
    } catch (MaltChainedException | RuntimeException e) {
      throw new UnusableModelException(
          model.origin() + " cannot be used as a MaltParser model: " + e.getMessage(), e);
    } finally {
      Files.delete(copy);
    }
  }

  /** MaltParser keeps options for the whole process, in numbered containers: takes a free one. */
  private static int loadOptions(McoModel file) throws MaltChainedException, IOException {
    OptionManager manager = OptionManager.instance();
    if (!manager.hasOptions()) {
      manager.loadOptionDescriptionFile();
      manager.generateMaps();
    }
    Set<Integer> taken = manager.getOptionContainerIndices();
    int free = 1_000;
    while (taken.contains(free)) {
      free++;
    }
    manager.parseCommandLine(new String[] {"-m", "parse"}, free);
    try (InputStreamReader saved =
        file.getInputStreamReader("savedoptions.sop", StandardCharsets.UTF_8.name())) {
      manager.loadOptions(free, saved);
    }
    return free;
  }

  private static String option(int container, String group, String name)
      throws MaltChainedException {
    return OptionManager.instance().getOptionValueString(container, group, name).trim();
  }

  /** Of the file. */
  ModelHashes hashes() {
    return hashes;
  }

  /** A parser for one thread. */
  MaltWorker worker() {
    synchronized (OptionManager.instance()) {
      try {
        return new MaltWorker(parser, symbols, columns);
      } catch (MaltChainedException e) {
        throw new IllegalStateException("MaltParser cannot be started: " + e.getMessage(), e);
      }
    }
  }
}
