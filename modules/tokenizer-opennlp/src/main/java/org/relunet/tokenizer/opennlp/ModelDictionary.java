package org.relunet.tokenizer.opennlp;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.relunet.api.untrusted.StrictXml;
import org.relunet.api.untrusted.XmlForm;

/** A dictionary of a model: XML that lists words, with their tags or without. */
final class ModelDictionary {
  private static final XmlForm FORM =
      new XmlForm(
          "dictionary",
          Map.of(
              "dictionary", Set.of("case_sensitive"),
              "entry", Set.of("tags"),
              "token", Set.of()));

  private ModelDictionary() {}

  static byte[] rewritten(byte[] dictionary) throws IOException {
    return StrictXml.write(StrictXml.parse(dictionary, FORM));
  }
}
