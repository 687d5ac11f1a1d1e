package org.relunet.api.plugin;

import org.relunet.api.syntax.DependencyTree;
import org.relunet.api.text.Sentence;

/** Finds the dependency tree of a sentence. Thread-safe. */
public interface Parser {
  /** A tree over the sentence's words, deterministic for the same sentence. */
  DependencyTree parse(Sentence sentence);
}
