package org.relunet.model.store;

/**
 * The files of a package of format version 1, besides the manifest. A package may hold more files
 * of any name, as long as the manifest lists them.
 */
public final class PackageLayout {
  /** Settings that the model needs to be used: YAML of the product's configuration format. */
  public static final String CONFIGURATION = "configuration.yaml";

  /** {@code {"relations": [...]}} in the order of the model's output units. */
  public static final String RELATIONS = "relations.json";

  public static final String PROVENANCE = "provenance.json";
  public static final String MODEL_CARD = "MODEL_CARD.md";

  /** Directory of the TensorFlow SavedModel. */
  public static final String SAVED_MODEL = "saved_model";

  /** Its graph. */
  public static final String SAVED_MODEL_GRAPH = SAVED_MODEL + "/saved_model.pb";

  /** Directory of the piece tokenizer. */
  public static final String TOKENIZER = "tokenizer";

  /** May be absent where there is an encoder base, of which the tokenizer is a part. */
  public static final String TOKENIZER_FILE = TOKENIZER + "/tokenizer.json";

  private PackageLayout() {}
}
