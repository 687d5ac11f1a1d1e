package org.relunet.corpus.split;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.relunet.corpus.AnnotatedText;

/**
 * A data set divided in two.
 *
 * @param train to learn from
 * @param dev to choose the best checkpoint by
 */
public record CorpusSplit(List<AnnotatedText> train, List<AnnotatedText> dev) {
  public CorpusSplit {
    train = List.copyOf(train);
    dev = List.copyOf(dev);
  }

  /**
   * Divides the texts at random, but the same way for the same seed, whatever their order in the
   * file. Both parts keep the file's order. Texts that are the same but for white space go to the
   * same part, so that nothing is measured on what was learned by heart; with such texts the dev
   * part can be larger than asked for.
   *
   * @param devShare share of the texts for dev, in (0, 1); rounded up, at least one text stays in
   *     train
   * @throws IllegalArgumentException if the share is out of range, or there are not two different
   *     texts
   */
  public static CorpusSplit of(List<AnnotatedText> texts, double devShare, long seed) {
    return of(texts, devShare, seed, SplitBy.TEXT);
  }

  /**
   * As above, with what else may not be divided.
   *
   * @param by texts that have this in common go to the same part
   * @throws IllegalArgumentException also if all texts hang together
   */
  public static CorpusSplit of(List<AnnotatedText> texts, double devShare, long seed, SplitBy by) {
    if (!(devShare > 0 && devShare < 1)) {
      throw new IllegalArgumentException("dev share " + devShare + " is not between 0 and 1");
    }
    return counted(texts, (int) Math.ceil(devShare * texts.size()), seed, by);
  }

  /**
   * As above, with the number of texts for dev instead of their share.
   *
   * @param wanted in dev; more or fewer only where texts hang together
   * @throws IllegalArgumentException also if that is none, or more than there are
   */
  public static CorpusSplit counted(List<AnnotatedText> texts, int wanted, long seed, SplitBy by) {
    if (wanted < 1 || wanted > texts.size()) {
      throw new IllegalArgumentException(
          "%d texts cannot be taken out of %d".formatted(wanted, texts.size()));
    }
    List<List<AnnotatedText>> shuffled = shuffled(texts, seed, by);
    if (shuffled.size() < 2) {
      throw new IllegalArgumentException(
          "a data set needs two different texts to be divided, this has "
              + shuffled.size()
              + by.remark());
    }
    Set<String> dev = new HashSet<>();
    int taken = 0;
    int groups = 0;
    for (List<AnnotatedText> group : shuffled) {
      if (taken >= wanted || ++groups == shuffled.size()) {
        break;
      }
      if (group.size() <= largest(by, wanted - taken)) {
        group.forEach(text -> dev.add(text.text()));
        taken += group.size();
      }
    }
    if (dev.isEmpty()) {
      throw new IllegalArgumentException(
          "no part of the texts is small enough for %d of %d%s"
              .formatted(wanted, texts.size(), by.remark()));
    }
    return new CorpusSplit(
        texts.stream().filter(t -> !dev.contains(t.text())).toList(),
        texts.stream().filter(t -> dev.contains(t.text())).toList());
  }

  /**
   * One group that is far too large, such as all that a few frequent subjects connect, is left to
   * train.
   */
  private static int largest(SplitBy by, int missing) {
    return switch (by) {
      case TEXT -> Integer.MAX_VALUE;
      case WORDING -> missing;
      case SUBJECT -> Math.max(1, 2 * missing);
    };
  }

  /**
   * A share of the texts, chosen as above; a smaller share is part of a larger one of the same
   * seed.
   *
   * @param share in (0, 1]
   */
  public static List<AnnotatedText> part(List<AnnotatedText> texts, double share, long seed) {
    if (!(share > 0 && share <= 1)) {
      throw new IllegalArgumentException("share " + share + " is not above 0 and at most 1");
    }
    return share == 1 ? List.copyOf(texts) : of(texts, share, seed).dev();
  }

  /** The texts that may not be divided, in an order that the seed decides and not the file. */
  static List<List<AnnotatedText>> shuffled(List<AnnotatedText> texts, long seed, SplitBy by) {
    Map<ByteBuffer, List<AnnotatedText>> shuffled = new TreeMap<>();
    for (List<AnnotatedText> group : by.groups(texts)) {
      ByteBuffer first =
          group.stream().map(text -> key(text.text(), seed)).min(ByteBuffer::compareTo).get();
      shuffled.put(first, group);
    }
    return List.copyOf(shuffled.values());
  }

  /** The order by a text's digest is random to the eye, but needs no order of the file. */
  private static ByteBuffer key(String text, long seed) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(ByteBuffer.allocate(Long.BYTES).putLong(seed).flip());
      return ByteBuffer.wrap(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
