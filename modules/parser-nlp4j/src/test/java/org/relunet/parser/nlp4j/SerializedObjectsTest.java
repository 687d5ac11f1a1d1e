package org.relunet.parser.nlp4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InvalidClassException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class SerializedObjectsTest {
  /** Tells when its code runs. */
  private static final class Intruder implements Serializable {
    private static final long serialVersionUID = 1;
    static boolean ran;

    private void readObject(ObjectInputStream in) {
      ran = true;
    }
  }

  private static Object readBack(Object written) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(written);
    }
    return SerializedObjects.read(new ByteArrayInputStream(bytes.toByteArray()));
  }

  @Test
  void readsWhatLexicaConsistOf() throws IOException {
    Map<String, List<String>> lexicon = new HashMap<>();
    lexicon.put("run", new ArrayList<>(List.of("NN", "VB")));
    assertThat(readBack(lexicon)).isEqualTo(lexicon);
  }

  @Test
  void refusesAnotherClassBeforeItsCodeRuns() {
    Map<String, Object> lexicon = new HashMap<>();
    lexicon.put("run", new ArrayList<>(List.of(new Intruder())));
    assertThatThrownBy(() -> readBack(lexicon))
        .isInstanceOf(InvalidClassException.class)
        .hasMessageContaining(Intruder.class.getName())
        .hasMessageContaining("not allowed in a model");
    assertThat(Intruder.ran).isFalse();
  }

  @Test
  void refusesOtherClassesOfTheLibrariesAndOfJava() {
    for (Object other :
        List.of(
            Set.of(1), new java.util.Date(), new Intruder[0], new java.util.PriorityQueue<>())) {
      assertThatThrownBy(() -> readBack(other)).isInstanceOf(InvalidClassException.class);
    }
  }

  @Test
  void refusesTooDeepAStructure() {
    List<Object> deep = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      deep = new ArrayList<>(List.of(deep));
    }
    List<Object> written = deep;
    assertThatThrownBy(() -> readBack(written))
        .isInstanceOf(InvalidClassException.class)
        .hasMessageContaining("too deep a structure");
  }
}
