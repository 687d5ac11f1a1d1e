package org.relunet.api.bounded;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Compares what was unpacked with what it was unpacked from. Deflate can make a thousand bytes of
 * one; models and texts make up to some thirty.
 */
public final class RatioLimit {
  private static final int GREATEST_RATIO = 100;

  /** Runs of zeros at the beginning are no attack yet. */
  private static final long ALWAYS_ALLOWED = 16L << 20;

  private final long greatestBytes;
  private long packed;
  private long unpacked;

  /**
   * @param greatestBytes the most that may be unpacked, whatever it is unpacked from
   */
  public RatioLimit(long greatestBytes) {
    this.greatestBytes = greatestBytes;
  }

  /** The same stream, its bytes counted: what will be unpacked. */
  public InputStream packed(InputStream content) {
    return new Counting(content) {
      @Override
      void count(long bytes) {
        packed += bytes;
      }
    };
  }

  /**
   * The same stream, of what was unpacked. It throws {@link TooLargeException} where that is out of
   * proportion.
   */
  public InputStream unpacked(InputStream content) {
    return new Counting(content) {
      @Override
      void count(long bytes) throws TooLargeException {
        unpacked += bytes;
        if (unpacked > greatestBytes) {
          throw new TooLargeException(
              "it unpacks to more than " + greatestBytes + " bytes, the most that are read");
        }
        if (unpacked > ALWAYS_ALLOWED + GREATEST_RATIO * packed) {
          throw new TooLargeException(
              "it unpacks to more than "
                  + GREATEST_RATIO
                  + " times its size: no such file is read");
        }
      }
    };
  }

  private abstract static class Counting extends FilterInputStream {
    Counting(InputStream content) {
      super(content);
    }

    abstract void count(long bytes) throws TooLargeException;

    @Override
    public int read() throws IOException {
      int next = super.read();
      count(next < 0 ? 0 : 1);
      return next;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int read = super.read(into, offset, length);
      count(Math.max(0, read));
      return read;
    }

    @Override
    public long skip(long bytes) throws IOException {
      long skipped = super.skip(bytes);
      count(skipped);
      return skipped;
    }

    @Override
    public boolean markSupported() {
      return false;
    }
  }
}
