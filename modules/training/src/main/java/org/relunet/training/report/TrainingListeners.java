package org.relunet.training.report;

import java.io.IOException;
import java.util.List;

/** Several listeners as one. */
record TrainingListeners(List<TrainingListener> listeners) implements TrainingListener {
  @Override
  public void on(TrainingEvent event) {
    listeners.forEach(listener -> listener.on(event));
  }

  @Override
  public void close() throws IOException {
    IOException first = null;
    for (TrainingListener listener : listeners) {
      try {
        listener.close();
      } catch (IOException e) {
        if (first == null) {
          first = e;
        } else {
          first.addSuppressed(e);
        }
      }
    }
    if (first != null) {
      throw first;
    }
  }
}
