package org.relunet.parser.malt;

import java.io.IOException;
import java.io.InvalidClassException;
import java.io.InvalidObjectException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.relunet.api.bounded.BoundedZip;
import org.relunet.api.untrusted.ArchiveParts;

/**
 * A model's bytes, checked and written anew before MaltParser reads them: MaltParser deserialises
 * whatever it finds, resolves XML entities, and opens the files and loads the classes that options
 * name.
 *
 * @param origin what to call it in errors
 * @param bytes the .mco file, an archive
 */
record ModelFile(String origin, byte[] bytes) {
  /** Models have some 100 MB unpacked at most. */
  private static final BoundedZip ARCHIVE = new BoundedZip(1L << 30, 1_000);

  private static final String OPTIONS = "savedoptions.sop";
  private static final String SYMBOLS = "symboltables.sym";

  /** What the new archive calls its files; MaltParser decides by such ends how it reads one. */
  private static final String NEW_COLUMNS = "columns.xml";

  private static final String NEW_FEATURES = "features.xml";

  /** MaltParser takes what stands before it for the model's name. */
  private static final String NEW_DIRECTORY = "model/";

  /**
   * Reads the parts.
   *
   * @throws UnusableModelException if MaltParser must not be given one of them, or it is no model
   */
  ModelContent read() {
    Map<String, Object> objects = new HashMap<>();
    Map<String, byte[]> others = new HashMap<>();
    try {
      ArchiveParts.read(ARCHIVE, bytes, (name, content) -> sort(name, content, objects, others));
    } catch (IOException e) {
      throw new UnusableModelException(
          origin
              + " cannot be read as a MaltParser model, it may be cut short: "
              + e.getMessage()
              + "; train or copy it again",
          e);
    }
    if (objects.isEmpty()) {
      throw new UnusableModelException(
          origin + " is not a complete MaltParser model: no weights in it");
    }
    return new ModelContent(objects, ArchiveParts.write(rewritten(others)));
  }

  private void sort(
      String path, byte[] content, Map<String, Object> objects, Map<String, byte[]> others)
      throws IOException {
    // as MaltParser does, which looks at no directories
    String name = path.substring(path.indexOf('/') + 1);
    boolean isObject = name.endsWith(".moo") || name.endsWith(".map");
    Object twice = isObject ? objects.put(name, object(path, content)) : others.put(name, content);
    if (twice != null) {
      throw refused(path, "is there twice, in two directories");
    }
  }

  private Object object(String name, byte[] part) throws IOException {
    try {
      return SerializedObjects.read(part);
    } catch (InvalidClassException | InvalidObjectException e) {
      throw refused(name, "holds " + e.getMessage());
    }
  }

  private Map<String, byte[]> rewritten(Map<String, byte[]> parts) {
    ModelOptions options = rewritten(OPTIONS, parts, ModelOptions::parse);
    Map<String, byte[]> model = new LinkedHashMap<>();
    model.put(OPTIONS, options.text(NEW_COLUMNS, NEW_FEATURES));
    model.put(
        NEW_COLUMNS,
        rewritten(options.value(ModelOptions.FORMAT), parts, ModelSpecifications::columns));
    model.put(
        NEW_FEATURES,
        rewritten(options.value(ModelOptions.FEATURES), parts, ModelSpecifications::features));
    model.put(SYMBOLS, rewritten(SYMBOLS, parts, content -> content));
    for (String name : parts.keySet()) {
      if (!name.endsWith(".info")) { // the log of the training
        throw refused(name, "is none that a model needs, or that its options name");
      }
    }
    Map<String, byte[]> named = new LinkedHashMap<>();
    model.forEach((name, content) -> named.put(NEW_DIRECTORY + name, content));
    return named;
  }

  /** Makes something of a part. */
  private interface Reading<T> {
    T of(byte[] content) throws IOException;
  }

  /** Takes the part out of the map. */
  private <T> T rewritten(String name, Map<String, byte[]> parts, Reading<T> reading) {
    byte[] content = parts.remove(name);
    if (content == null) {
      throw refused(name, "is missing");
    }
    try {
      return reading.of(content);
    } catch (IOException e) {
      throw refused(name, e.getMessage());
    }
  }

  private UnusableModelException refused(String name, String problem) {
    return new UnusableModelException(
        "refused to load " + origin + ": its part " + ArchiveParts.printable(name) + " " + problem);
  }
}
