package org.relunet.pipeline.stream;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.relunet.api.text.Document;
import org.relunet.api.triple.Extraction;
import org.relunet.pipeline.extract.ExtractionOutcome;
import org.relunet.pipeline.extract.IsolatingExtractor;
import org.relunet.pipeline.kafka.Answer;
import org.relunet.pipeline.message.DeadLetters;
import org.relunet.pipeline.message.InputMessage;
import org.relunet.pipeline.message.MessageFailure;
import org.relunet.pipeline.message.MessageReader;
import org.relunet.pipeline.message.MessageStage;
import org.relunet.pipeline.message.OutputMessage;
import org.relunet.pipeline.message.Reading;
import org.relunet.pipeline.message.ResultMessages;
import org.relunet.pipeline.message.TopicLimits;
import org.relunet.pipeline.record.JsonRecord;
import org.relunet.runtime.TripleEngine;

/** Takes batches of messages through an engine. Every message ends in results or a dead letter. */
final class MessageBatches {
  private final MessageReader reader;
  private final ResultMessages results;
  private final DeadLetters deadLetters;
  private final ErrorTolerance tolerance;
  private final TopicLimits outputLimits;
  private final Clock clock = Clock.systemUTC();
  private final StreamObserver observer;

  MessageBatches(StreamPlan plan, StreamObserver observer) {
    this.reader = new MessageReader(plan.format(), new JsonRecord(plan.paths()), plan.markup());
    this.results = new ResultMessages(plan.outputTopic(), plan.unit());
    this.deadLetters = plan.deadLetters();
    this.tolerance = plan.tolerance();
    this.outputLimits = plan.outputLimits();
    this.observer = observer;
  }

  /**
   * An answer for each message, in their order.
   *
   * @throws MessageFailedException if a message fails and none may
   */
  List<Answer> answer(List<InputMessage> batch, TripleEngine engine) {
    List<Reading> readings = batch.stream().map(reader::read).toList();
    List<Document> documents = new ArrayList<>();
    for (Reading reading : readings) {
      if (reading instanceof Reading.Accepted accepted) {
        documents.add(accepted.visible());
      }
    }
    List<ExtractionOutcome> outcomes = new IsolatingExtractor(engine).extract(documents);
    List<Answer> answers = new ArrayList<>(batch.size());
    int next = 0;
    for (int i = 0; i < batch.size(); i++) {
      InputMessage message = batch.get(i);
      if (readings.get(i) instanceof Reading.Accepted accepted) {
        answers.add(answer(message, written(message, accepted, outcomes.get(next++))));
      } else {
        MessageFailure failure = ((Reading.Rejected) readings.get(i)).failure();
        answers.add(answer(message, List.of(deadLetter(message, failure))));
      }
    }
    observer.batch(batch, documents.size(), engine.modelVersion());
    return answers;
  }

  private static Answer answer(InputMessage message, List<OutputMessage> written) {
    return new Answer(message.position(), written);
  }

  private List<OutputMessage> written(
      InputMessage message, Reading.Accepted reading, ExtractionOutcome outcome) {
    if (outcome instanceof ExtractionOutcome.Failed failed) {
      MessageFailure failure =
          failure(MessageStage.TRANSFORMATION, failed.failure(), failed.reason());
      return List.of(deadLetter(message, failure));
    }
    return results(
        message, reading.atItsPlace(((ExtractionOutcome.Extracted) outcome).extraction()));
  }

  private List<OutputMessage> results(InputMessage message, Extraction extraction) {
    List<OutputMessage> written;
    try {
      written =
          results.of(message, extraction).stream()
              .map(result -> outputLimits.inTime(result, clock.millis()))
              .toList();
    } catch (RuntimeException e) {
      return List.of(deadLetter(message, failure(MessageStage.TASK_PUT, e, e.toString())));
    }
    long largest = written.stream().mapToLong(OutputMessage::size).max().orElse(0);
    if (largest > outputLimits.bytes()) {
      String reason =
          "a result of %d bytes, more than the %d that a message of the output may have"
              .formatted(largest, outputLimits.bytes());
      MessageFailure failure =
          new MessageFailure(
              MessageStage.TASK_PUT, RecordTooLargeException.class.getName(), reason, "");
      return List.of(deadLetter(message, failure));
    }
    observer.extracted(extraction);
    observer.written(written.size());
    return written;
  }

  private OutputMessage deadLetter(InputMessage message, MessageFailure failure) {
    if (tolerance == ErrorTolerance.NONE) {
      throw new MessageFailedException(message.position(), failure);
    }
    observer.deadLetter();
    return deadLetters.of(message, failure);
  }

  private static MessageFailure failure(MessageStage stage, Throwable thrown, String reason) {
    StringWriter trace = new StringWriter();
    thrown.printStackTrace(new PrintWriter(trace));
    return new MessageFailure(stage, thrown.getClass().getName(), reason, trace.toString());
  }
}
