package org.relunet.corpus.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OccurrencesTest {
  private static List<Integer> of(String wanted, String in) {
    List<Integer> all = new ArrayList<>();
    for (int at : Occurrences.of(wanted.chars().toArray(), in.chars().toArray())) {
      all.add(at);
    }
    return all;
  }

  @Test
  void occurrencesMayOverlap() {
    assertThat(of("aa", "aaaba")).containsExactly(0, 1);
    assertThat(of("abab", "abababab")).containsExactly(0, 2, 4);
    assertThat(of("aab", "aaab")).containsExactly(1);
    assertThat(of("abc", "ab")).isEmpty();
  }

  @Test
  void theyAreThoseThatAreFoundOneByOne() {
    Random random = new Random(7);
    for (int round = 0; round < 2000; round++) {
      String in = random(random, 40);
      String wanted = random(random, 5);
      List<Integer> expected = new ArrayList<>();
      for (int at = in.indexOf(wanted); at >= 0; at = in.indexOf(wanted, at + 1)) {
        expected.add(at);
      }
      assertThat(of(wanted, in)).as("%s in %s", wanted, in).isEqualTo(expected);
    }
  }

  private static String random(Random random, int longest) {
    StringBuilder text = new StringBuilder();
    for (int length = 1 + random.nextInt(longest); text.length() < length; ) {
      text.append((char) ('a' + random.nextInt(2)));
    }
    return text.toString();
  }
}
