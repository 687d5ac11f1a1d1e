package org.relunet.extractor.casrel;

import java.util.List;
import java.util.Random;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.relunet.api.text.TokenSpan;
import org.relunet.api.triple.ScoredTriple;
import org.relunet.benchmark.HostBenchmark;
import org.relunet.extractor.casrel.CasRelSettings.SpanPairing;

/** From the probabilities of one subject's tags to its triples. */
public class DecoderBenchmark extends HostBenchmark {
  private static final int RELATIONS = 216;
  private static final int TAGGED = 6;

  /** Words of the sentence. */
  @Param({"24", "96"})
  int words;

  /** How starts find their ends. */
  @Param({"NEAREST", "BOUNDED"})
  SpanPairing pairing;

  private CasRelDecoder decoder;
  private SubjectRows.Subject subject;

  /** A few tags among many probabilities near 0, as in a real sentence. */
  @Setup
  public void subject() {
    decoder = new CasRelDecoder(0.5, pairing, RELATIONS);
    Random random = new Random(1);
    float[] objects = new float[words * 2 * RELATIONS];
    for (int i = 0; i < objects.length; i++) {
      objects[i] = 0.01f * random.nextFloat();
    }
    for (int i = 0; i < TAGGED; i++) {
      int relation = random.nextInt(RELATIONS);
      int word = random.nextInt(words);
      objects[word * 2 * RELATIONS + relation] = 0.9f;
      objects[Math.min(words - 1, word + 2) * 2 * RELATIONS + RELATIONS + relation] = 0.9f;
    }
    subject = new SubjectRows.Subject(new TokenSpan(0, 1), 0.9, objects);
  }

  /** The triples of the subject. */
  @Benchmark
  public List<ScoredTriple> decode() {
    return decoder.decode(subject);
  }
}
