package org.relunet.training.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Is told the events of one training run, in order and from one thread. */
public interface TrainingListener extends AutoCloseable {
  /**
   * @throws UncheckedIOException if the event cannot be written down
   */
  void on(TrainingEvent event);

  @Override
  default void close() throws IOException {}

  /** One that passes each event on to all of these, and closes all of them. */
  static TrainingListener all(List<TrainingListener> listeners) {
    return new TrainingListeners(List.copyOf(listeners));
  }
}
