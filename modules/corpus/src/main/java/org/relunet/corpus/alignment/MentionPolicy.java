package org.relunet.corpus.alignment;

/**
 * Which mention is meant where an annotation gives no offsets and its entity occurs several times.
 */
public enum MentionPolicy {
  /** The first of the text, as CasRel and its successors read these files. */
  FIRST,
  /**
   * One mention for each entity, the same in all triples of the text, chosen so that subjects stand
   * near their objects, see {@link NearestMentions}.
   */
  NEAREST,
  /** Every pair of mentions that do not overlap; the triple is then labelled several times. */
  ALL
}
