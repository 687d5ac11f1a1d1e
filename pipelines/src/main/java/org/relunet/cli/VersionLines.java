package org.relunet.cli;

import java.io.PrintWriter;
import java.util.List;
import org.relunet.common.messages.Visible;
import org.relunet.model.store.provenance.DataFile;
import org.relunet.model.store.provenance.Provenance;
import org.relunet.model.store.registry.AliasChange;
import org.relunet.model.store.registry.GateVerdict;
import org.relunet.model.store.registry.Publication;
import org.relunet.model.store.registry.VersionSummary;

/** A version of a model, a fact on each line. */
final class VersionLines {
  private final PrintWriter out;

  VersionLines(PrintWriter out) {
    this.out = out;
  }

  void print(VersionSummary summary, List<String> aliases, List<AliasChange> history) {
    line("version", summary.manifest().modelVersion());
    line("sha256", summary.sha256());
    line("aliases", aliases.isEmpty() ? "none" : String.join(", ", aliases));
    summary.publication().ifPresent(this::publication);
    provenance(summary.provenance());
    line(
        "relations",
        summary.relations().size() + ": " + String.join(", ", summary.relations().relations()));
    for (AliasChange change : history) {
      line(
          "history",
          "%s %s%s -> %s: %s"
              .formatted(
                  change.when(),
                  change.rollback() ? "back " : "",
                  change.from().orElse("none"),
                  change.to(),
                  change.why()));
    }
  }

  private void publication(Publication publication) {
    line("published", publication.published().toString());
    publication.parent().ifPresent(parent -> line("parent", parent));
    publication.run().ifPresent(run -> line("run", run));
    publication.scores().forEach((score, value) -> line("score", score + " " + value));
    publication.gate().ifPresent(this::verdict);
    publication
        .offsets()
        .forEach(
            (topic, partitions) ->
                partitions.forEach(
                    (partition, next) -> line("offset", topic + "/" + partition + " " + next)));
  }

  private void verdict(GateVerdict gate) {
    line("gate", gate.promoted() ? "promoted" : "kept out");
    gate.reasons().forEach(reason -> line("reason", reason));
  }

  private void provenance(Provenance provenance) {
    provenance.parentModel().ifPresent(parent -> line("trained-from", parent));
    provenance.teacherModels().forEach(teacher -> line("teacher", teacher));
    line("trained", provenance.started() + " to " + provenance.finished());
    line("epoch", provenance.bestEpoch() + " of " + provenance.epochs());
    line("seed", provenance.seed() + "");
    line(
        "software",
        "RelU-Net %s, Java %s, TensorFlow %s, %s %s"
            .formatted(
                provenance.versions().relunet(),
                provenance.versions().java(),
                provenance.versions().tensorflow(),
                provenance.versions().operatingSystem(),
                provenance.versions().architecture()));
    provenance.scores().forEach((score, value) -> line("training-score", score + " " + value));
    for (DataFile file : provenance.dataFiles()) {
      line(
          "data",
          "%s %s, %d bytes, SHA-256 %s, licence %s"
              .formatted(
                  file.role(),
                  file.name(),
                  file.size(),
                  file.sha256(),
                  file.licence().isBlank() ? "not stated" : file.licence()));
    }
  }

  private void line(String key, String value) {
    out.println(key + " " + Visible.line(value));
  }
}
