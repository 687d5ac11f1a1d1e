package org.relunet.graph.part;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.Session;
import org.tensorflow.types.family.TType;

/** The tensors that one run of a graph is fed. Owns them: closing frees their native memory. */
public final class Feeds implements AutoCloseable {
  private record Feed(Operand<?> target, TType value) {}

  private final List<Feed> feeds = new ArrayList<>();

  /** Feeds the value, which from now on belongs to this object. */
  public <T extends TType> Feeds feed(Operand<T> target, T value) {
    feeds.add(new Feed(target, value));
    return this;
  }

  /** Gives all feeds to a run. */
  public Session.Runner to(Session.Runner runner) {
    for (Feed feed : feeds) {
      runner.feed(feed.target().asOutput(), feed.value());
    }
    return runner;
  }

  @Override
  public void close() {
    feeds.forEach(feed -> feed.value().close());
    feeds.clear();
  }
}
