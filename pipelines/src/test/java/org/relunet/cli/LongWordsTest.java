package org.relunet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.relunet.api.text.Document;
import org.relunet.api.triple.Triple;
import org.relunet.runtime.EngineSpecification;
import org.relunet.runtime.TripleEngine;
import org.relunet.runtime.assembly.ModelLoader;

/** A long link or encoded data beside a fact, read by the default model. */
final class LongWordsTest {
  private static final String BORN = "Alan Bean was born in Wheeler, Texas";
  private static final String SUBJECT = "Alan Bean";
  private static final int[] LENGTHS = {1_000, 4_000, 32_000};

  /** One text takes a tenth of it. */
  private static final Duration MOST_PROCESSOR_TIME = Duration.ofSeconds(5);

  private static ModelLoader.Loaded model;
  private static TripleEngine engine;

  @BeforeAll
  static void load() {
    model = ModelLoader.load(new EngineSpecification("", List.of(), List.of()));
    engine = model.engine();
    engine.extract(List.of(new Document("first", BORN + ".")));
  }

  @AfterAll
  static void close() {
    engine.close();
    model.close();
  }

  private static String characters(String from, int length) {
    Random random = new Random(length);
    StringBuilder text = new StringBuilder();
    while (text.length() < length) {
      text.append(from.charAt(random.nextInt(from.length())));
    }
    return text.toString();
  }

  private static String url(int length) {
    String host = "https://example.org/";
    return host
        + characters("abcdefghijklmnop0123456789//-_?&=%.+~", length - host.length() - 1)
        + "z";
  }

  private static String base64(int length) {
    return characters("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/", length);
  }

  private static String hexadecimal(int length) {
    return characters("0123456789abcdef", length);
  }

  private static void assertFound(String text) {
    OperatingSystemMXBean process =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long start = process.getProcessCpuTime();
    List<Triple> triples = engine.extract(List.of(new Document("d", text))).get(0).triples();
    Duration taken = Duration.ofNanos(process.getProcessCpuTime() - start);
    String shown = text.substring(0, 60) + "... of " + text.length();
    assertThat(triples)
        .as(shown)
        .anySatisfy(
            triple -> {
              assertThat(triple.subject().text()).isEqualTo(SUBJECT);
              assertThat(triple.subject().span().start()).isEqualTo(text.indexOf(SUBJECT));
              assertThat(triple.relation()).isEqualTo("birthPlace");
              assertThat(triple.object().text()).isEqualTo("Wheeler, Texas");
            });
    assertThat(taken).as(shown).isLessThan(MOST_PROCESSOR_TIME);
  }

  @Test
  void theFactBesideALongWordIsFound() {
    for (int length : LENGTHS) {
      for (IntFunction<String> word :
          List.<IntFunction<String>>of(
              LongWordsTest::url, LongWordsTest::base64, LongWordsTest::hexadecimal)) {
        String longWord = word.apply(length);
        assertFound(BORN + ", see " + longWord + " .");
        assertFound(BORN + " (" + longWord + ").");
        assertFound(longWord + " " + BORN + ".");
        assertFound("See " + longWord + ". " + BORN + ". See " + longWord + ".");
      }
    }
  }

  @Test
  void theWordIsOneWordWithItsOffsets() {
    for (int length : LENGTHS) {
      for (String word : List.of(url(length), base64(length), hexadecimal(length))) {
        String text = BORN + ", see " + word + " now.";
        assertThat(model.assembly().tokenizer().tokenize(new Document("d", text)))
            .singleElement()
            .satisfies(
                sentence ->
                    assertThat(sentence.tokens())
                        .anyMatch(
                            token ->
                                token.text().equals(word) && token.start() == text.indexOf(word)));
      }
    }
  }
}
