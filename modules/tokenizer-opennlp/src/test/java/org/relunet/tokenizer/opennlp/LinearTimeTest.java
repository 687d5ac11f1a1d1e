package org.relunet.tokenizer.opennlp;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.relunet.api.text.Document;

/**
 * A megabyte of whatever is repeated takes a few seconds. Time is that of the thread, so that what
 * else the machine does counts for nothing.
 */
final class LinearTimeTest {
  private static final OpenNlpTokenizer TOKENIZER =
      OpenNlpTokenizer.load(TestSettings.of(SentenceDetection.MODEL, WordSplitting.MODEL));
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final int MEGABYTE = 1_000_000;
  private static final double SECONDS_A_MEGABYTE = 5;

  @BeforeAll
  static void compile() {
    seconds("Alan Bean (born in Texas) flew. ".repeat(2_000));
  }

  @ParameterizedTest
  @ValueSource(strings = {"!?", ".", "A.", "A. ", "()", "a "})
  void aMegabyteOfOneThingTakesSeconds(String unit) {
    assertThat(seconds(repeat(unit, MEGABYTE))).isLessThan(SECONDS_A_MEGABYTE);
  }

  @ParameterizedTest
  @MethodSource("units")
  void soDoesAPartOfIt(String unit) {
    int part = MEGABYTE / 5;
    assertThat(seconds(repeat(unit, part))).isLessThan(SECONDS_A_MEGABYTE / 5);
  }

  private static List<String> units() {
    return List.of(
        "a",
        "\n",
        "a\n",
        "\"",
        "[1]",
        ".[1]",
        "a@",
        "a@b.",
        "http://",
        "Dr. ",
        "Texas.Alan ",
        "Aa.Bb",
        "\uD83D\uDE00",
        "\uD83D",
        "\u0301",
        "a\u0301",
        "\u200B",
        "\u0000",
        "1,",
        "$5",
        "'s",
        "a\u00B9",
        "\u6771\u3001",
        "? A");
  }

  /** Quadratic time is seconds here too. */
  @Test
  void soDoAllPairs() {
    int part = MEGABYTE / 100;
    List<String> slow = new ArrayList<>();
    int[] characters = ".!?:)(\"'\u2019-\u2014*[aA1 \n@/\u00B9\u0301".codePoints().toArray();
    for (int first : characters) {
      for (int second : characters) {
        String unit = Character.toString(first) + Character.toString(second);
        double taken = seconds(repeat(unit, part));
        // a pause of the virtual machine may hit one of them
        if (taken > 4 * SECONDS_A_MEGABYTE / 100) {
          slow.add(unit + ": " + taken);
        }
      }
    }
    assertThat(slow).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".,;:!?-/'\"()[]{}<>@#$%&*+=_~aA1\u2019\u2014",
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUV0123456789+/",
        ".!? Aa\n"
      })
  void soDoesNoise(String characters) {
    int part = MEGABYTE / 5;
    assertThat(seconds(noise(characters, part))).isLessThan(SECONDS_A_MEGABYTE / 5);
  }

  private static String repeat(String unit, int length) {
    return unit.repeat(length / unit.length());
  }

  private static String noise(String characters, int length) {
    Random random = new Random(1);
    StringBuilder text = new StringBuilder();
    while (text.length() < length) {
      text.append(characters.charAt(random.nextInt(characters.length())));
    }
    return text.toString();
  }

  private static double seconds(String text) {
    long before = THREADS.getCurrentThreadCpuTime();
    TOKENIZER.tokenize(new Document("1", text));
    return (THREADS.getCurrentThreadCpuTime() - before) / 1e9;
  }
}
