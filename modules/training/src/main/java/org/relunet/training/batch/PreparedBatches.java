package org.relunet.training.batch;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.relunet.graph.part.Feeds;
import org.relunet.network.LabelledSentence;

/** Makes the next batch's tensors on another thread while a step runs. */
public final class PreparedBatches implements Iterator<PreparedBatches.Prepared>, AutoCloseable {
  /**
   * A batch with its tensors, which the caller closes.
   *
   * @param sentences of the batch
   * @param feeds all that a step is fed
   */
  public record Prepared(int sentences, Feeds feeds) implements AutoCloseable {
    @Override
    public void close() {
      feeds.close();
    }
  }

  private final Function<List<LabelledSentence>, Feeds> prepare;
  private final Iterator<List<LabelledSentence>> batches;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread made = new Thread(task, "batch preparation");
            made.setDaemon(true);
            return made;
          });
  private Optional<Future<Prepared>> next;

  /**
   * @param prepare makes what a step is fed; called on the other thread
   */
  public PreparedBatches(
      Function<List<LabelledSentence>, Feeds> prepare, Iterator<List<LabelledSentence>> batches) {
    this.prepare = prepare;
    this.batches = batches;
    this.next = prepareNext();
  }

  private Optional<Future<Prepared>> prepareNext() {
    if (!batches.hasNext()) {
      return Optional.empty();
    }
    List<LabelledSentence> batch = batches.next();
    return Optional.of(thread.submit(() -> new Prepared(batch.size(), prepare.apply(batch))));
  }

  @Override
  public boolean hasNext() {
    return next.isPresent();
  }

  @Override
  public Prepared next() {
    Prepared prepared = await(next.orElseThrow(NoSuchElementException::new));
    next = prepareNext();
    return prepared;
  }

  private static Prepared await(Future<Prepared> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a batch was prepared", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a batch could not be prepared", e.getCause());
    }
  }

  @Override
  public void close() {
    thread.shutdown();
    // nobody waits for this batch: what went wrong with it is of no consequence
    next.ifPresent(
        future -> {
          try {
            await(future).close();
          } catch (IllegalStateException e) {
            return;
          }
        });
    next = Optional.empty();
  }
}
