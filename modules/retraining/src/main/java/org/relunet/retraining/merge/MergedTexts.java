package org.relunet.retraining.merge;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.relunet.corpus.AnnotatedText;
import org.relunet.retraining.RetrainSettings;

/**
 * What a retraining learns and what it is judged by.
 *
 * @param train texts to learn
 * @param setAside corrected texts that are never learned: the same ones in every run
 * @param counts what became of the texts, for the report
 */
public record MergedTexts(List<AnnotatedText> train, List<AnnotatedText> setAside, Counts counts) {

  /**
   * Numbers of texts.
   *
   * @param old of the training file that are learned
   * @param replaced of the training file that a correction stands for
   * @param corrected corrected texts that are learned
   * @param setAside corrected texts that are not
   * @param ofDevelopment corrections of texts of the development file, which are not learned
   */
  public record Counts(int old, int replaced, int corrected, int setAside, int ofDevelopment) {}

  /**
   * Merges texts. White space does not make texts different.
   *
   * @param old texts of the training file
   * @param development texts that must not be learned
   * @param corrected texts, each once: they stand for old ones of the same text
   * @param seed decides which old texts are learned again, where not all are
   */
  public static MergedTexts of(
      List<AnnotatedText> old,
      List<AnnotatedText> development,
      List<AnnotatedText> corrected,
      RetrainSettings settings,
      long seed) {
    Set<String> wordings =
        corrected.stream().map(AnnotatedText::folded).collect(Collectors.toSet());
    Set<String> untouchable =
        development.stream().map(AnnotatedText::folded).collect(Collectors.toSet());
    Map<Boolean, List<AnnotatedText>> sides =
        corrected.stream()
            .filter(text -> !untouchable.contains(text.folded()))
            .collect(
                Collectors.partitioningBy(
                    text -> drawn("holdout", text.folded(), settings.holdoutShare())));
    List<AnnotatedText> learned = sides.get(false);
    List<AnnotatedText> replayed =
        old.stream()
            .filter(text -> !wordings.contains(text.folded()))
            .filter(text -> drawn("replay " + seed, text.folded(), settings.replay()))
            .toList();
    List<AnnotatedText> train = new ArrayList<>(replayed);
    for (int time = 0; time < settings.repeat(); time++) {
      train.addAll(learned);
    }
    return new MergedTexts(
        distinctIds(train),
        distinctIds(sides.get(true)),
        new Counts(
            replayed.size(),
            (int) old.stream().filter(text -> wordings.contains(text.folded())).count(),
            learned.size(),
            sides.get(true).size(),
            (int) wordings.stream().filter(untouchable::contains).count()));
  }

  /** Whether a text is among a share of all, the same whatever other texts there are. */
  private static boolean drawn(String purpose, String text, double share) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest((purpose + '\0' + text).getBytes(StandardCharsets.UTF_8));
      return HexFormat.fromHexDigitsToLong(HexFormat.of().formatHex(digest, 0, 7))
          < share * (1L << 56);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Files of different origin may use the same ids. */
  private static List<AnnotatedText> distinctIds(Collection<AnnotatedText> texts) {
    Map<String, Integer> times = new HashMap<>();
    List<AnnotatedText> distinct = new ArrayList<>();
    for (AnnotatedText text : texts) {
      int time = times.merge(text.id(), 1, Integer::sum);
      distinct.add(time == 1 ? text : text.withId(text.id() + "~" + time));
    }
    return distinct;
  }
}
