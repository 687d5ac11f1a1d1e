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

/**
 * Reads CoNLL-U files, compressed with gzip or not. Comments and empty nodes are skipped; multiword
 * tokens are kept beside the words.
 */
public final class ConlluReader {
  private static final int GZIP_MAGIC = 0x1f8b;

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
      BufferedReader reader = open(content);
      SentenceLines sentence = new SentenceLines(file);
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
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
    return new BufferedReader(
        new InputStreamReader(
            compressed ? new GZIPInputStream(bytes) : bytes, StandardCharsets.UTF_8.newDecoder()));
  }
}
