package org.relunet.api.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.ObjectOutputStream;
import java.nio.ByteBuffer;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class AllowedObjectsTest {
  private static final AllowedObjects ALLOWED =
      new AllowedObjects(
          Set.of("java.util.HashMap", "java.lang.Integer", "java.lang.Number"),
          Set.of("java.lang.Object", "java.util.Map$Entry"),
          8);

  private static byte[] write(Object object) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(object);
    }
    return bytes.toByteArray();
  }

  private static Object read(byte[] bytes) throws IOException {
    return ALLOWED.read(new ByteArrayInputStream(bytes), bytes.length);
  }

  /** An array's length stands before its elements, here one of four bytes. */
  private static byte[] claiming(Object array, int elementBytes, int length) throws IOException {
    byte[] bytes = write(array);
    ByteBuffer.wrap(bytes).putInt(bytes.length - elementBytes - Integer.BYTES, length);
    return bytes;
  }

  @Test
  void readsArraysThatAreThere() throws IOException {
    assertThat((int[]) read(write(new int[] {7, 8}))).containsExactly(7, 8);
    assertThat((Object[]) read(write(new Object[] {1, new int[1]}))).hasSize(2);
  }

  @Test
  void refusesArraysThatAreLongerThanTheStream() {
    for (int length : new int[] {1_000, 1 << 28, Integer.MAX_VALUE}) {
      assertThatThrownBy(() -> read(claiming(new int[] {7}, 4, length)))
          .isInstanceOf(InvalidObjectException.class)
          .hasMessageContaining("more elements than there are bytes");
    }
  }

  @Test
  void refusesManyArraysThatTogetherAreLongerThanTheStream() throws IOException {
    // arrays within arrays, each no longer than the stream
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(write(new Object[] {null}));
    byte[] stream = bytes.toByteArray();
    ByteBuffer.wrap(stream).putInt(stream.length - 5, stream.length * 3 / 4);
    ByteArrayOutputStream nested = new ByteArrayOutputStream();
    nested.write(stream, 0, stream.length - 1);
    DataOutputStream out = new DataOutputStream(nested);
    out.writeByte(0x75); // an array
    out.writeByte(0x71); // of the class that was described before
    out.writeInt(0x7e0000);
    out.writeInt(stream.length * 3 / 4);
    assertThatThrownBy(() -> read(nested.toByteArray()))
        .isInstanceOf(InvalidObjectException.class)
        .hasMessageContaining("more elements than there are bytes");
  }
}
