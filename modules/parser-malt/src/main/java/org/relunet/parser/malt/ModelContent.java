package org.relunet.parser.malt;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.maltparser.core.lw.parser.McoModel;

/**
 * What a model file held, after the checks.
 *
 * @param objects weights and feature numbers by file name, deserialised under the allow-list
 * @param archive the other parts, as an archive
 */
record ModelContent(Map<String, Object> objects, byte[] archive) {
  /** MaltParser's map of deserialised objects, which has no setter. */
  private static final String OBJECTS = "preLoadedObjects";

  /**
   * The model as MaltParser holds it. MaltParser reads files only, and deserialises what it finds
   * there without a filter: it gets a file without serialised objects, and the objects by
   * reflection.
   *
   * @param file is written; MaltParser reads it until it has made its parser
   */
  McoModel toMcoModel(Path file) throws IOException {
    Files.write(file, archive);
    McoModel model = new McoModel(file.toUri().toURL());
    try {
      Field field = McoModel.class.getDeclaredField(OBJECTS);
      field.setAccessible(true);
      @SuppressWarnings("unchecked")
      Map<String, Object> target = (Map<String, Object>) field.get(model);
      target.putAll(objects);
      return model;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("this version of MaltParser is not the one built for", e);
    }
  }
}
