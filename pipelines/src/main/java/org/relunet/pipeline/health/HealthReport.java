package org.relunet.pipeline.health;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.relunet.pipeline.embedded.JobHealth;

/**
 * What a process says of its job.
 *
 * @param job how it is
 * @param modelVersion version of the model that works now
 */
public record HealthReport(JobHealth job, String modelVersion) {
  /** As a line of JSON. */
  String json() {
    ObjectNode object = new JsonMapper().createObjectNode();
    object.put("state", job.state());
    object.put("working", job.working());
    object.put("failures", job.failures());
    job.lastFailure()
        .ifPresent(
            failure ->
                object
                    .putObject("lastFailure")
                    .put("at", failure.at().toString())
                    .put("cause", failure.cause()));
    object.put("modelVersion", modelVersion);
    return object + "\n";
  }
}
