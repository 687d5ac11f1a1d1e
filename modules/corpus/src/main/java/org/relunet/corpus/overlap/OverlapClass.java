package org.relunet.corpus.overlap;

/**
 * How the triples of a text share entities (Zeng et al. 2018, <a
 * href="https://aclanthology.org/P18-1047">"Extracting Relational Facts by an End-to-End Neural
 * Model with Copy Mechanism"</a>). A text can be EPO and SEO at once.
 */
public enum OverlapClass {
  /** No entity is shared. */
  NORMAL("Normal"),
  /** Entity pair overlap: a pair of entities carries two or more triples. */
  EPO("EPO"),
  /** Single entity overlap: an entity occurs in two different pairs. */
  SEO("SEO");

  private final String label;

  OverlapClass(String label) {
    this.label = label;
  }

  /** The name in tables. */
  public String label() {
    return label;
  }
}
