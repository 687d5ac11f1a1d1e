package org.relunet.tokenizer.opennlp;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.StringTokenizer;

/**
 * Compares the counts in a classifier's binary form with the bytes that are there: OpenNLP makes
 * arrays of whatever a file claims.
 *
 * <p>The form: its kind, for GIS an integer and a number, then three lists of texts (outcomes,
 * patterns, predicates), each after its length, then the parameters. A pattern is the number of
 * predicates that have it and the outcomes that these have a parameter for.
 */
final class ModelSizes {
  private static final String GIS = "GIS";
  private static final Set<String> KINDS = Set.of(GIS, "QN", "Perceptron", "NaiveBayes");

  /** Every text begins with its length. */
  private static final int FEWEST_TEXT_BYTES = Short.BYTES;

  private final ByteBuffer bytes;

  private ModelSizes(ByteBuffer bytes) {
    this.bytes = bytes;
  }

  /**
   * @param name of the classifier, for messages
   * @throws IOException if a count is not borne out
   */
  static void check(String name, byte[] classifier) throws IOException {
    try {
      new ModelSizes(ByteBuffer.wrap(classifier)).check();
    } catch (BufferUnderflowException e) {
      throw new IOException("its part " + name + " is cut short", e);
    } catch (IllegalArgumentException | NoSuchElementException e) {
      throw new IOException("its part " + name + " is damaged: " + e.getMessage(), e);
    }
  }

  private void check() {
    String kind = text();
    if (!KINDS.contains(kind)) {
      throw new IllegalArgumentException("it is of none of the kinds " + KINDS);
    }
    if (kind.equals(GIS)) {
      bytes.position(skipped(Integer.BYTES + Double.BYTES));
    }
    int outcomes = count("outcomes");
    for (int i = 0; i < outcomes; i++) {
      skipText();
    }
    int patterns = count("patterns");
    long predicatesOfPatterns = 0;
    long parameters = 0;
    for (int i = 0; i < patterns; i++) {
      StringTokenizer pattern = new StringTokenizer(text(), " ");
      int predicates = Integer.parseInt(pattern.nextToken());
      require(predicates >= 0, "a pattern of " + predicates + " predicates");
      predicatesOfPatterns += predicates;
      parameters += (long) predicates * pattern.countTokens();
      while (pattern.hasMoreTokens()) {
        int outcome = Integer.parseInt(pattern.nextToken());
        require(outcome >= 0 && outcome < outcomes, "outcome " + outcome + " of " + outcomes);
      }
    }
    int predicates = count("predicates");
    for (int i = 0; i < predicates; i++) {
      skipText();
    }
    require(
        predicatesOfPatterns <= predicates,
        "patterns of " + predicatesOfPatterns + " predicates, of which there are " + predicates);
    require(
        parameters <= bytes.remaining() / Double.BYTES,
        parameters + " parameters in " + bytes.remaining() + " bytes");
  }

  private int count(String what) {
    int count = bytes.getInt();
    require(
        count >= 0 && count <= bytes.remaining() / FEWEST_TEXT_BYTES,
        Integer.toUnsignedString(count) + " " + what + " in " + bytes.remaining() + " bytes");
    return count;
  }

  private String text() {
    byte[] text = new byte[Short.toUnsignedInt(bytes.getShort())];
    bytes.get(text);
    return new String(text, StandardCharsets.UTF_8);
  }

  private void skipText() {
    bytes.position(skipped(Short.toUnsignedInt(bytes.getShort())));
  }

  private int skipped(int count) {
    if (count > bytes.remaining()) {
      throw new BufferUnderflowException();
    }
    return bytes.position() + count;
  }

  private static void require(boolean fulfilled, String otherwise) {
    if (!fulfilled) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
