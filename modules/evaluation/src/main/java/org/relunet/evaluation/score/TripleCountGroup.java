package org.relunet.evaluation.score;

/** Groups of texts by their number of distinct gold triples. */
public enum TripleCountGroup {
  ZERO("0"),
  ONE("1"),
  TWO("2"),
  THREE("3"),
  FOUR("4"),
  FIVE_AND_MORE("5+");

  private final String label;

  TripleCountGroup(String label) {
    this.label = label;
  }

  /** The name in reports. */
  public String label() {
    return label;
  }

  /** The group of texts with so many distinct triples. */
  public static TripleCountGroup of(int triples) {
    return values()[Math.min(triples, values().length - 1)];
  }
}
