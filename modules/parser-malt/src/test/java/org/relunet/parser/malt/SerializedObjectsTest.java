package org.relunet.parser.malt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.bwaldvogel.liblinear.SolverType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InvalidClassException;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.maltparser.ml.lib.FeatureMap;
import org.maltparser.ml.lib.MaltLiblinearModel;
import org.relunet.contract.bound.Bounds;

final class SerializedObjectsTest {
  /** What an attacker would put into a model: code that runs as it is read. */
  private static final class Gadget implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final List<String> RUNS = new ArrayList<>();

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
      in.defaultReadObject();
      RUNS.add("run");
    }
  }

  @Test
  void readsWeightsAndFeatureNumbers() throws IOException {
    MaltLiblinearModel model =
        new MaltLiblinearModel(
            new int[] {1, 2}, 2, 1, new double[][] {{0.5, -0.5}}, SolverType.MCSVM_CS);
    FeatureMap features = new FeatureMap();
    features.addIndex(1, 7);
    assertThat(read(model)).isEqualTo(model);
    assertThat(((FeatureMap) read(features)).getIndex(1, 7)).isEqualTo(1);
  }

  @Test
  void refusesAnyOtherClassBeforeItsCodeRuns() {
    Gadget.RUNS.clear();
    assertThatThrownBy(() -> read(new Gadget()))
        .isInstanceOf(InvalidClassException.class)
        .hasMessageContaining("Gadget");
    assertThat(Gadget.RUNS).isEmpty();
  }

  @Test
  void wouldRunThatCodeWithoutTheFilter() throws IOException, ClassNotFoundException {
    Gadget.RUNS.clear();
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(write(new Gadget())))) {
      in.readObject();
    }
    assertThat(Gadget.RUNS).containsExactly("run");
  }

  @Test
  void refusesAForbiddenClassWithinAnAllowedOne() {
    assertThatThrownBy(() -> read(new Object[] {1, new Gadget()}))
        .isInstanceOf(InvalidClassException.class)
        .hasMessageContaining("Gadget");
  }

  @Test
  void refusesCollectionsOfTheLibrary() {
    assertThatThrownBy(() -> read(new ArrayList<>(List.of(1))))
        .isInstanceOf(InvalidClassException.class)
        .hasMessageContaining("java.util.ArrayList");
  }

  @Test
  void refusesAMapThatClaimsRoomForMoreThanThereIs() throws IOException {
    FeatureMap features = new FeatureMap();
    features.addIndex(1, 7);
    byte[] bytes = write(features);
    // MaltParser's map: a block of eight bytes with its capacity and its size, one here
    int block = -1;
    for (int i = 0; i + 10 <= bytes.length; i++) {
      ByteBuffer at = ByteBuffer.wrap(bytes, i, 10);
      if (at.get() == 0x77 && at.get() == 8 && at.getInt() > 0 && at.getInt() == 1) {
        block = i + 2;
      }
    }
    assertThat(block).isPositive();
    for (int capacity : new int[] {1 << 30, -5, bytes.length + 1}) {
      ByteBuffer.wrap(bytes).putInt(block, capacity);
      assertThatThrownBy(() -> Bounds.megabytes(8, 5).within(() -> SerializedObjects.read(bytes)))
          .isInstanceOf(InvalidObjectException.class)
          .hasMessageContaining("a collection of " + capacity + " elements");
    }
  }

  @Test
  void refusesAnArrayLongerThanThePart() throws IOException {
    byte[] bytes = write(new int[] {7});
    ByteBuffer.wrap(bytes).putInt(bytes.length - 8, Integer.MAX_VALUE);
    assertThatThrownBy(() -> Bounds.megabytes(8, 5).within(() -> SerializedObjects.read(bytes)))
        .isInstanceOf(InvalidObjectException.class)
        .hasMessageContaining("more elements than there are bytes");
  }

  private static Object read(Object object) throws IOException {
    return SerializedObjects.read(write(object));
  }

  private static byte[] write(Object object) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(object);
    }
    return bytes.toByteArray();
  }
}
