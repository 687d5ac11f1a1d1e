package org.relunet.api.bounded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

final class BoundedZipTest {
  private static final BoundedZip ZIP = new BoundedZip(64L << 20, 10);

  /** Zeros, which deflate makes a thousandth of. */
  private static byte[] zeros(int entries, int megabytes) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (int i = 0; i < entries; i++) {
        zip.putNextEntry(new ZipEntry("part" + i));
        for (int m = 0; m < megabytes; m++) {
          zip.write(new byte[1 << 20]);
        }
      }
    }
    return bytes.toByteArray();
  }

  private static long unpacked(byte[] archive, boolean read) throws IOException {
    AtomicLong count = new AtomicLong();
    OutputStream counting =
        new OutputStream() {
          @Override
          public void write(int b) {
            count.incrementAndGet();
          }

          @Override
          public void write(byte[] bytes, int offset, int length) {
            count.addAndGet(length);
          }
        };
    ZIP.read(
        new ByteArrayInputStream(archive),
        (entry, content) -> {
          if (read) {
            content.transferTo(counting);
          }
          return true;
        });
    return count.get();
  }

  @Test
  void givesTheEntriesInTheirOrder() throws IOException {
    List<String> names = new ArrayList<>();
    ZIP.read(
        new ByteArrayInputStream(zeros(3, 1)),
        (entry, content) -> {
          names.add(entry.getName());
          return names.size() < 2;
        });
    assertThat(names).containsExactly("part0", "part1");
    assertThat(unpacked(zeros(3, 1), true)).isEqualTo(3 << 20);
  }

  @Test
  void endsWhereTooMuchComesOutOfTooLittle() throws IOException {
    byte[] bomb = zeros(1, 512);
    assertThat(bomb.length).isLessThan(1 << 20);
    assertThatThrownBy(() -> unpacked(bomb, true))
        .isInstanceOf(TooLargeException.class)
        .hasMessageContaining("100 times its size");
  }

  @Test
  void looksAtWhatIsSkippedToo() throws IOException {
    byte[] bomb = zeros(3, 40);
    assertThatThrownBy(() -> unpacked(bomb, false)).isInstanceOf(TooLargeException.class);
  }

  @Test
  void endsAtTheMostBytesAndEntries() throws IOException {
    byte[] many = zeros(11, 0);
    assertThatThrownBy(() -> unpacked(many, true)).hasMessageContaining("more than 10 files");
    ByteArrayOutputStream stored = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(stored)) {
      zip.setLevel(0);
      zip.putNextEntry(new ZipEntry("large"));
      zip.write(new byte[65 << 20]);
    }
    assertThatThrownBy(() -> unpacked(stored.toByteArray(), true))
        .hasMessageContaining("more than 67108864 bytes");
  }
}
