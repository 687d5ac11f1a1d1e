package org.relunet.pipeline.stream;

import java.util.List;
import org.relunet.api.triple.Extraction;
import org.relunet.pipeline.message.InputMessage;

/** Is told what a worker does; called by the thread that does it. */
interface StreamObserver {
  /** A batch was answered, {@code documents} of its messages being documents. */
  void batch(List<InputMessage> batch, int documents, String modelVersion);

  /** A document was extracted from. */
  void extracted(Extraction extraction);

  /** Results are on their way to the output. */
  void written(int messages);

  /** A message became a dead letter. */
  void deadLetter();
}
