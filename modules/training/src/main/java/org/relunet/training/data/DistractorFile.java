package org.relunet.training.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.relunet.api.text.Document;
import org.relunet.corpus.CorpusException;

/** Texts without triples, one a line; blank lines count, but are no text. */
public final class DistractorFile {
  private DistractorFile() {}

  /**
   * @return documents named file and line
   * @throws CorpusException if there is no such file, or a line is not UTF-8: it is named
   */
  public static List<Document> read(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new CorpusException(
          file
              + (Files.isDirectory(file) ? ": is a directory, expected a file" : ": no such file"));
    }
    byte[] bytes = Files.readAllBytes(file);
    List<Document> documents = new ArrayList<>();
    int line = 0;
    for (int start = 0; start < bytes.length; ) {
      int end = start;
      while (end < bytes.length && bytes[end] != '\n') {
        end++;
      }
      line++;
      String text = decode(ByteBuffer.wrap(bytes, start, end - start), file, line);
      if (!text.isBlank()) {
        documents.add(new Document(file.getFileName() + ":" + line, text));
      }
      start = end + 1;
    }
    return documents;
  }

  private static String decode(ByteBuffer bytes, Path file, int line) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString().stripTrailing();
    } catch (CharacterCodingException e) {
      throw new CorpusException(
          file + ":" + line + ": is not valid UTF-8; save the file as UTF-8", e);
    }
  }
}
