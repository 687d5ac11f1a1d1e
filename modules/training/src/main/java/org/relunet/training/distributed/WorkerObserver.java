package org.relunet.training.distributed;

/** Is told what a worker does, on the worker's thread. */
@FunctionalInterface
public interface WorkerObserver {
  /**
   * @param worker from 0
   * @param round from 0
   * @param step of the whole training, from 0
   */
  void stepDone(int worker, long round, long step);
}
