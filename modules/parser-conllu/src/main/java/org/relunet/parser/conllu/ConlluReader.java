package org.relunet.parser.conllu;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.relunet.api.bounded.RatioLimit;
import org.relunet.api.bounded.TooLargeException;

/**
 * Reads CoNLL-U files, compressed with gzip or not. Comments and empty nodes are skipped; multiword
 * tokens are kept beside the words.
 */
public final class ConlluReader {
  private static final int GZIP_MAGIC = 0x1f8b;

  private static final int LONGEST_LINE = 1 << 20;
  private static final long GREATEST_BYTES = 4L << 30;

  /**
   * The file's sentences, in order; none for an empty file.
   *
   * @throws MalformedConlluException if a line breaks the format or a sentence is no tree
   * @throws IOException if the file cannot be read
   */
  public List<ConlluSentence> read(Path file) throws IOException {
    try (InputStream content = Files.newInputStream(file)) {
      return read(file, content);
    }
  }

  /** As {@link #read(Path)}, of the file's bytes; the caller closes them. */
  List<ConlluSentence> read(Path file, InputStream content) throws IOException {
    List<ConlluSentence> sentences = new ArrayList<>();
    int number = 0;
    try {
      BoundedLines lines = new BoundedLines(open(content), LONGEST_LINE);
      SentenceLines sentence = new SentenceLines(file);
      for (String line = lines.next(); line != null; line = lines.next()) {
        number++;
        if (number == 1 && line.startsWith("\uFEFF")) {
          line = line.substring(1);
        }
        if (!line.isBlank()) {
          sentence.add(number, line);
        } else if (!sentence.isEmpty()) {
          sentences.add(sentence.finish());
          sentence = new SentenceLines(file);
        }
      }
      if (!sentence.isEmpty()) {
        sentences.add(sentence.finish());
      }
    } catch (TooLargeException e) {
      throw new MalformedConlluException(file, number + 1, e.getMessage());
    } catch (CharacterCodingException e) {
      throw new MalformedConlluException(
          file, number + 1, "not UTF-8 at or after this line; save the file as UTF-8");
    }
    return sentences;
  }

  private static BufferedReader open(InputStream content) throws IOException {
    InputStream bytes = new BufferedInputStream(content);
    bytes.mark(2);
    boolean compressed = (bytes.read() << 8 | bytes.read()) == GZIP_MAGIC;
    bytes.reset();
    RatioLimit limit = new RatioLimit(GREATEST_BYTES);
    return new BufferedReader(
        new InputStreamReader(
            compressed ? limit.unpacked(new GZIPInputStream(limit.packed(bytes))) : bytes,
            StandardCharsets.UTF_8.newDecoder()));
  }
}
