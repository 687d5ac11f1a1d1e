package org.relunet.pipeline.record;

import java.io.Serializable;
import org.relunet.api.text.Document;
import org.relunet.pipeline.input.RecordLocation;

/**
 * A document and where its record stands.
 *
 * @param id the document's id
 * @param text its text
 * @param location the record it was read from
 */
public record LocatedDocument(String id, String text, RecordLocation location)
    implements Serializable {
  public Document document() {
    return new Document(id, text);
  }
}
