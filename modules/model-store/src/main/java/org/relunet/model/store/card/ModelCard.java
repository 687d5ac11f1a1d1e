package org.relunet.model.store.card;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.relunet.api.triple.RelationSchema;
import org.relunet.common.messages.PlainMarkdown;
import org.relunet.model.store.manifest.EncoderBase;
import org.relunet.model.store.provenance.DataFile;
import org.relunet.model.store.provenance.Provenance;

/**
 * What a reader must know before using a model: what it is for, what it was trained on and under
 * which licence, what was measured, and where it fails. Every figure comes from the provenance.
 *
 * @param modelName name of the model
 * @param relations what the model can find
 * @param provenance how the model came to be
 * @param encoderBase pretrained encoder that is needed besides the package, if any
 */
public record ModelCard(
    String modelName,
    RelationSchema relations,
    Provenance provenance,
    Optional<EncoderBase> encoderBase) {
  /** Markdown that ends with a line feed. */
  public String toMarkdown() {
    StringBuilder text = new StringBuilder();
    text.append("# ").append(modelName).append("\n\n");
    text.append(
        """
        A RelU-Net model: it reads English sentences and gives relational triples (subject,
        relation, object). The model's version stands in `manifest.json`.

        ## Intended use
        """);
    text.append(
        """
        Finding the %d relations of `relations.json` in written English that resembles the
        training data. The triples are suggestions with a confidence, for people or programs that
        check them; they are no ground for decisions about persons.

        """
            .formatted(relations.size()));
    data(text);
    scores(text);
    training(text);
    limits(text);
    return text.toString();
  }

  private void data(StringBuilder text) {
    text.append("## Data and licence\n");
    text.append("| use | file | bytes | SHA-256 | licence |\n|---|---|---|---|---|\n");
    Set<String> licences = new LinkedHashSet<>();
    for (DataFile file : provenance.dataFiles()) {
      String licence = file.licence().isBlank() ? "not stated" : file.licence();
      licences.add(licence);
      text.append(
          "| %s | %s | %d | `%s` | %s |\n"
              .formatted(
                  PlainMarkdown.text(file.role()),
                  PlainMarkdown.codeCell(file.name()),
                  file.size(),
                  file.sha256(),
                  PlainMarkdown.text(licence)));
    }
    text.append('\n');
    if (licences.stream().anyMatch(ModelCard::forbidsCommerce)) {
      text.append(
          """
          The licence of the data forbids commercial use. Whether it reaches a model trained on
          the data is not settled: ask before you use this model commercially, or train one on your
          own data. A licence that asks for attribution and the same terms (BY, SA) is best kept for
          the model as well.

          """);
    }
    if (licences.contains("not stated")) {
      text.append(
          "Where no licence is stated, ask the owner of the data before passing this on.\n\n");
    }
    encoderBase.ifPresent(
        base ->
            text.append(
                "The pretrained encoder is not in the package: it is read from %s.\n\n"
                    .formatted(PlainMarkdown.code(base.artifact()))));
  }

  private static boolean forbidsCommerce(String licence) {
    String upper = licence.toUpperCase(Locale.ROOT).replace(' ', '-');
    return upper.matches(".*\\bNC\\b.*")
        || upper.contains("NONCOMMERCIAL")
        || upper.contains("NON-COMMERCIAL");
  }

  private void scores(StringBuilder text) {
    text.append("## Scores\n");
    if (provenance.scores().isEmpty()) {
      text.append("None was measured: judge the model on your own data first.\n\n");
      return;
    }
    text.append(
        hasDevelopmentData()
            ? ("Measured on the development data above with the weights of epoch %d, as they are"
                    + " stored here.\n\n")
                .formatted(provenance.bestEpoch())
            : """
            Measured by cross-validation: on parts of the data above, with models that had not learned
            the part. This model learned all of it, and was not scored itself.

            """);
    text.append("| measure | value |\n|---|---|\n");
    provenance
        .scores()
        .forEach(
            (name, value) ->
                text.append(
                    String.format(
                        Locale.ROOT, "| %s | %.4f |\n", PlainMarkdown.text(name), value)));
    text.append('\n');
  }

  private boolean hasDevelopmentData() {
    return provenance.dataFiles().stream().anyMatch(file -> file.role().equals("dev"));
  }

  private void training(StringBuilder text) {
    text.append("## Training\n");
    provenance
        .parentModel()
        .ifPresent(
            parent ->
                text.append("- started from model ")
                    .append(PlainMarkdown.text(parent))
                    .append('\n'));
    provenance
        .teacherModels()
        .forEach(
            teacher ->
                text.append("- learned, beside the data above, what model ")
                    .append(PlainMarkdown.text(teacher))
                    .append(" makes of it; the terms of that model's data may reach this one\n"));
    text.append("- from %s to %s\n".formatted(provenance.started(), provenance.finished()));
    text.append("- %d epochs, seed %d\n".formatted(provenance.epochs(), provenance.seed()));
    text.append(
        "- RelU-Net %s, TensorFlow %s, Java %s, %s, %s\n"
            .formatted(
                provenance.versions().relunet(),
                provenance.versions().tensorflow(),
                provenance.versions().java(),
                provenance.versions().operatingSystem(),
                provenance.versions().architecture()));
    provenance
        .chosenSettings()
        .forEach(
            (key, value) ->
                text.append(
                    hasDevelopmentData()
                        ? "- chosen on the development data: %s=%s; scores on the same data flatter it\n"
                            .formatted(PlainMarkdown.text(key), PlainMarkdown.text(value))
                        : "- chosen in the cross-validation: %s=%s\n"
                            .formatted(PlainMarkdown.text(key), PlainMarkdown.text(value))));
    provenance
        .syntaxModels()
        .forEach(
            (key, sha256) ->
                text.append("- %s: SHA-256 `%s`\n".formatted(PlainMarkdown.text(key), sha256)));
    text.append("- the whole configuration stands in `provenance.json`\n\n");
  }

  private void limits(StringBuilder text) {
    text.append(
        """
        ## Limits
        - Other languages, and English unlike the training data, are out of scope; a score above says
          nothing about them.
        - A triple is sought within a passage, a few sentences of a paragraph that follow each other.
          What is told further apart is not found, and pronouns are not resolved.
        - Only the relations below exist for the model; any other statement is missed, or taken for
          the nearest of them.
        - %s
        - What the model gives is what a text says or seems to say, true or not; biases of the
          training data and of the pretrained encoder come with it.

        ## Relations
        """
            .formatted(
                calibrated()
                    ? "Confidence was calibrated on the development data; on other texts it may"
                        + " promise too much."
                    : "Confidence orders the triples; it is not a calibrated probability."));
    text.append(
        relations.relations().stream()
            .map(PlainMarkdown::code)
            .collect(Collectors.joining(", ", "", "\n")));
  }

  private boolean calibrated() {
    return provenance.chosenSettings().keySet().stream()
        .anyMatch(key -> key.startsWith("extraction.calibration-"));
  }
}
