package org.relunet.corpus.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.relunet.corpus.AnnotatedText;
import org.relunet.corpus.CorpusException;

/**
 * Reads data files. Whether a file is a JSON array or JSON lines is told from its first character,
 * the records' format from the first record's keys unless it is given. A file whose name ends in
 * {@code .gz} is unpacked.
 */
public final class CorpusReader {
  private static final int[] BYTE_ORDER_MARK = {0xEF, 0xBB, 0xBF};

  private final CorpusFormat format;
  private final OffsetUnit offsets;

  /** A reader that recognises the format. */
  public CorpusReader() {
    this(CorpusFormat.AUTO);
  }

  /**
   * @param format the records' format
   */
  public CorpusReader(CorpusFormat format) {
    this(format, OffsetUnit.CODE_POINTS);
  }

  /**
   * @param format the records' format
   * @param offsets what offsets count, where the format has any
   */
  public CorpusReader(CorpusFormat format, OffsetUnit offsets) {
    this.format = format;
    this.offsets = offsets;
  }

  /**
   * All texts of the file, in its order.
   *
   * @throws CorpusException if there is no such file, it holds no record, or records are malformed:
   *     the message names file and line of the first ten
   */
  public List<AnnotatedText> read(Path file) throws IOException {
    return readFile(file).texts();
  }

  /**
   * All texts of the file, with the format that it has.
   *
   * @throws CorpusException as above
   */
  public CorpusFile readFile(Path file) throws IOException {
    List<AnnotatedText> texts = new ArrayList<>();
    return new CorpusFile(read(file, texts::add), texts);
  }

  /**
   * Passes the file's texts on one by one, in its order, without holding them.
   *
   * @return the format of the records
   * @throws CorpusException as above, but only after the readable texts were passed on
   */
  public CorpusFormat read(Path file, Consumer<AnnotatedText> texts) throws IOException {
    RecordSink sink = new RecordSink(file, format, offsets, texts);
    try (InputStream bytes = DataStream.open(file)) {
      skipByteOrderMark(bytes);
      refuseForeign(file, bytes);
      if (startsWithBracket(bytes)) {
        new JsonArrayRecords().read(bytes, sink);
      } else {
        new JsonLinesRecords().read(bytes, sink);
      }
    }
    return sink.finish();
  }

  private static void refuseForeign(Path file, InputStream bytes) throws IOException {
    bytes.mark(ForeignFile.BEGINNING);
    byte[] beginning = bytes.readNBytes(ForeignFile.BEGINNING);
    bytes.reset();
    Optional<String> foreign = ForeignFile.of(beginning);
    if (foreign.isPresent()) {
      throw new CorpusException(file + ": " + foreign.get());
    }
  }

  private static void skipByteOrderMark(InputStream bytes) throws IOException {
    bytes.mark(BYTE_ORDER_MARK.length);
    for (int expected : BYTE_ORDER_MARK) {
      if (bytes.read() != expected) {
        bytes.reset();
        return;
      }
    }
  }

  /** Looks past white space, and leaves the stream where it was, so that lines count right. */
  private static boolean startsWithBracket(InputStream bytes) throws IOException {
    bytes.mark(1 << 16);
    int next;
    int looked = 0;
    do {
      next = bytes.read();
      looked++;
    } while (next >= 0 && Character.isWhitespace(next) && looked < 1 << 16);
    bytes.reset();
    return next == '[';
  }
}
