package org.relunet.retraining.correction;

import java.util.Optional;
import org.relunet.corpus.AnnotatedText;

/**
 * A user's word on a text: all its triples, or a verdict on one.
 *
 * @param text without a verdict: with all its triples; with one: with the triple that it is about,
 *     and behind it, of {@link Verdict#EDIT}, the one in its place
 * @param verdict on the first triple; empty where the text has all its triples
 * @param json the message as it came, on one line
 */
public record Correction(AnnotatedText text, Optional<Verdict> verdict, String json) {
  /** The same of the text in another form. */
  public Correction with(AnnotatedText other) {
    return new Correction(other, verdict, json);
  }
}
