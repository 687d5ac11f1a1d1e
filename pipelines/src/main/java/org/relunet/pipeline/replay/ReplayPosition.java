package org.relunet.pipeline.replay;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.BitSet;
import java.util.Optional;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;

/**
 * Which letters of a partition were replayed: all below an offset, and some above it, where filters
 * left others out. Kept as a committed offset and its metadata. Not thread-safe.
 */
final class ReplayPosition {
  private static final String FORM = "relunet-1:";

  /** The least that brokers take by default, {@code offset.metadata.max.bytes}. */
  private static final int LONGEST_METADATA = 4_096;

  private static final int MOST_BITS = 1 << 24;

  private long next;
  private final BitSet above;

  private ReplayPosition(long next, BitSet above) {
    this.next = next;
    this.above = above;
  }

  /** Nothing was replayed. */
  static ReplayPosition begin() {
    return new ReplayPosition(0, new BitSet());
  }

  /**
   * @param committed may be {@code null}
   * @throws IllegalArgumentException if the metadata are none of this class
   */
  static ReplayPosition of(OffsetAndMetadata committed) {
    if (committed == null) {
      return begin();
    }
    String metadata = committed.metadata();
    if (metadata == null || metadata.isEmpty()) {
      return new ReplayPosition(committed.offset(), new BitSet());
    }
    if (!metadata.startsWith(FORM)) {
      throw new IllegalArgumentException("a position that something else has committed");
    }
    return new ReplayPosition(committed.offset(), unpack(metadata.substring(FORM.length())));
  }

  /** First offset that was not replayed. */
  long next() {
    return next;
  }

  boolean replayed(long offset) {
    return offset < next || offset - next < MOST_BITS && above.get((int) (offset - next));
  }

  /**
   * Offsets from the first one on that are no letters, such as the marks of transactions and what
   * the broker has deleted, count as replayed.
   *
   * @param known first offset that is a letter or the end
   */
  void skipTo(long known) {
    if (known > next) {
      shift(known - next);
    }
  }

  void add(long offset) {
    if (replayed(offset)) {
      return;
    }
    if (offset - next >= MOST_BITS) {
      throw tooManyGaps();
    }
    above.set((int) (offset - next));
    shift(above.nextClearBit(0));
  }

  /**
   * Adds a range of offsets but for some of them.
   *
   * @return whether anything was added that was not there
   */
  boolean addAllBut(Set<Long> left, long from, long after) {
    boolean added = false;
    for (long offset = from; offset < after; offset++) {
      if (!left.contains(offset) && !replayed(offset)) {
        add(offset);
        added = true;
      }
    }
    return added;
  }

  private void shift(long by) {
    BitSet rest = by >= above.length() ? new BitSet() : above.get((int) by, above.length());
    next += by;
    above.clear();
    above.or(rest);
    int done = above.nextClearBit(0);
    if (done > 0) {
      shift(done);
    }
  }

  /**
   * @throws IllegalStateException if there are more gaps than a broker takes
   */
  OffsetAndMetadata committed() {
    String metadata = above.isEmpty() ? "" : FORM + pack(above);
    if (metadata.length() > LONGEST_METADATA) {
      throw tooManyGaps();
    }
    return new OffsetAndMetadata(next, Optional.empty(), metadata);
  }

  private static IllegalStateException tooManyGaps() {
    return new IllegalStateException(
        "the filters leave out more letters between others than a position can hold: replay all of"
            + " them, or up to a time");
  }

  private static String pack(BitSet bits) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DeflaterOutputStream out =
        new DeflaterOutputStream(packed, new Deflater(Deflater.BEST_COMPRESSION))) {
      out.write(bits.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Base64.getEncoder().encodeToString(packed.toByteArray());
  }

  private static BitSet unpack(String text) {
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(Base64.getDecoder().decode(text));
      byte[] bits = new byte[MOST_BITS / 8];
      int length = inflater.inflate(bits);
      if (!inflater.finished()) {
        throw new IllegalArgumentException("a position that is damaged");
      }
      return BitSet.valueOf(Arrays.copyOf(bits, length));
    } catch (DataFormatException e) {
      throw new IllegalArgumentException("a position that is damaged", e);
    } finally {
      inflater.end();
    }
  }
}
