package org.relunet.pipeline.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.relunet.pipeline.input.RecordFormat;
import org.relunet.pipeline.input.RecordLocation;
import org.relunet.pipeline.input.Source;
import org.relunet.pipeline.record.LocatedDocument;

class LengthBatchesTest {
  @Test
  void everyDocumentIsInOneBatchWithOthersOfItsLength() {
    Random random = new Random(7);
    List<LocatedDocument> documents = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      documents.add(document(i, random.nextInt(400)));
    }
    List<List<LocatedDocument>> batches = LengthBatches.of(documents);
    assertThat(batches.stream().flatMap(List::stream))
        .containsExactlyInAnyOrderElementsOf(documents);
    int longestSoFar = 0;
    for (List<LocatedDocument> batch : batches) {
      assertThat(batch).hasSizeBetween(1, 64);
      assertThat(batch.get(0).text().length()).isGreaterThanOrEqualTo(longestSoFar);
      longestSoFar = batch.get(batch.size() - 1).text().length();
      assertThat(batch.stream().mapToInt(document -> document.text().length()).sum())
          .isLessThanOrEqualTo(6_000);
    }
  }

  @Test
  void aLongDocumentStandsAlone() {
    assertThat(LengthBatches.of(List.of(document(1, 1_000_000), document(2, 10)))).hasSize(2);
  }

  private static LocatedDocument document(int id, int length) {
    Source source = new Source("s", "/s", RecordFormat.LINES);
    return new LocatedDocument(
        "d" + id, "x".repeat(length), new RecordLocation(source, id, 0, length));
  }
}
