package org.relunet.pipeline.record;

import java.nio.charset.Charset;
import java.util.Optional;
import org.relunet.pipeline.input.RawRecord;
import org.relunet.pipeline.input.RecordFormat;
import org.relunet.pipeline.input.RecordLocation;

/** Makes documents of records. A byte order mark at the start of a file is no part of its text. */
public final class RecordDecoder {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final JsonRecord json;

  /**
   * @param paths where a document stands in a line of JSON
   */
  public RecordDecoder(JsonPaths paths) {
    this.json = new JsonRecord(paths);
  }

  /** Never throws for what the bytes hold. */
  public Decoded decode(RawRecord raw) {
    RecordLocation location = raw.location();
    try {
      if (!location.source().problem().isEmpty()) {
        throw new BadRecordException(location.source().problem());
      }
      if (location.oversized()) {
        throw new BadRecordException(
            "%d bytes, more than the %d that a document may have: cut it into smaller documents"
                .formatted(location.length(), RecordLocation.MAXIMUM_BYTES));
      }
      String text = StrictUtf8.decode(raw.bytes());
      Optional<Charset> utf16 = Utf16.of(raw.bytes());
      if (utf16.isPresent()) {
        throw new BadRecordException("looks like " + Utf16.conversion(utf16.get()));
      }
      if (location.offset() == 0 && !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
        text = text.substring(1);
      }
      if (location.source().format() != RecordFormat.JSONL) {
        return new Decoded.Accepted(new LocatedDocument(location.defaultId(), text, location));
      }
      return text.isBlank() ? new Decoded.Blank() : new Decoded.Accepted(document(text, location));
    } catch (BadRecordException e) {
      return new Decoded.Rejected(
          new DeadLetter(location, Stage.DECODE, e.getMessage(), raw.bytes()));
    }
  }

  private LocatedDocument document(String line, RecordLocation location) throws BadRecordException {
    JsonRecord.Content content = json.read(line);
    return new LocatedDocument(
        content.id().orElseGet(location::defaultId), content.text(), location);
  }
}
