package org.relunet.training.report;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import org.relunet.common.directories.PrivateFiles;
import org.tensorflow.proto.Event;
import org.tensorflow.proto.SessionLog;
import org.tensorflow.proto.Summary;

/**
 * Writes scalars as TensorBoard reads them: a TFRecord file of {@code Event} messages in a
 * directory that {@code tensorboard --logdir} is given.
 */
public final class EventFile implements AutoCloseable {
  /** What TensorBoard asks for at the head of a file. */
  private static final String FORMAT = "brain.Event:2";

  private final RecordFile records;
  private final Clock clock;

  private EventFile(RecordFile records, Clock clock) {
    this.records = records;
    this.clock = clock;
  }

  /**
   * Begins a new file in the directory, which is made where it is missing. TensorBoard forgets what
   * earlier files of the directory say of the steps after the completed ones.
   *
   * @param completedSteps steps whose scalars stay valid; 0 for a new run
   */
  public static EventFile create(Path directory, long completedSteps, Clock clock)
      throws IOException {
    PrivateFiles.createDirectories(directory);
    EventFile file = new EventFile(newFile(directory, clock), clock);
    file.append(file.event(0).setFileVersion(FORMAT));
    file.append(
        file.event(completedSteps + 1)
            .setSessionLog(SessionLog.newBuilder().setStatus(SessionLog.SessionStatus.START)));
    return file;
  }

  /** Writes the values of one step, by tag. */
  public void scalars(long step, Map<String, Double> values) throws IOException {
    Summary.Builder summary = Summary.newBuilder();
    values.forEach(
        (tag, value) -> summary.addValueBuilder().setTag(tag).setSimpleValue(value.floatValue()));
    append(event(step).setSummary(summary));
  }

  private Event.Builder event(long step) {
    return Event.newBuilder().setWallTime(clock.millis() / 1000.0).setStep(step);
  }

  private void append(Event.Builder event) throws IOException {
    records.append(event.build().toByteArray());
  }

  // TensorBoard reads a directory's files in the order of their names, so time comes first.
  private static RecordFile newFile(Path directory, Clock clock) throws IOException {
    for (int i = 0; ; i++) {
      String name =
          String.format(
              Locale.ROOT, "events.out.tfevents.%010d.relunet.%03d", clock.millis() / 1000, i);
      try {
        return new RecordFile(directory.resolve(name));
      } catch (FileAlreadyExistsException e) {
        // Begun in the same second, by a run that ended at once.
        continue;
      }
    }
  }

  @Override
  public void close() throws IOException {
    records.close();
  }
}
