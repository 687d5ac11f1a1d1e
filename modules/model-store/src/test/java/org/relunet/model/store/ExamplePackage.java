package org.relunet.model.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.relunet.api.triple.RelationSchema;
import org.relunet.model.store.card.ModelCard;
import org.relunet.model.store.provenance.DataFile;
import org.relunet.model.store.provenance.Provenance;
import org.relunet.model.store.provenance.SoftwareVersions;

/** A tiny package that every test may make and spoil. */
public final class ExamplePackage {
  public static final RelationSchema RELATIONS = new RelationSchema(List.of("country", "capital"));
  public static final String CONFIGURATION = "relunet:\n  enabled: true\n";
  public static final String TOKENIZER = "{\"version\":\"1.0\"}\n";

  private ExamplePackage() {}

  public static Provenance provenance() {
    return new Provenance(
        "training:\n  seed: 7\n",
        List.of(
            new DataFile("train", "train.json", 120, "a".repeat(64), "WebNLG, CC BY-NC-SA 4.0"),
            new DataFile("dev", "val.json", 12, "b".repeat(64), "")),
        7,
        new SoftwareVersions("0.1.0", "17.0.1", "2.18.0", "Linux 6.1", "amd64"),
        Instant.parse("2026-01-02T03:04:05Z"),
        Instant.parse("2026-01-02T04:04:05.5Z"),
        3,
        2,
        Map.of("f1", 0.5, "precision", 0.25),
        Map.of(),
        Map.of(),
        Optional.empty(),
        List.of());
  }

  /** Puts everything but the SavedModel's content into the writer. */
  public static ModelPackageWriter fill(ModelPackageWriter writer) throws IOException {
    ModelCard card = new ModelCard("tiny", RELATIONS, provenance(), Optional.empty());
    writer
        .configuration(CONFIGURATION)
        .relations(RELATIONS)
        .provenance(provenance())
        .modelCard(card.toMarkdown())
        .tokenizer(
            new TreeMap<>(Map.of("tokenizer.json", TOKENIZER.getBytes(StandardCharsets.UTF_8))));
    Path savedModel = writer.savedModelDirectory();
    Files.write(savedModel.resolve("saved_model.pb"), new byte[] {8, 1});
    Files.createDirectories(savedModel.resolve("variables"));
    Files.write(savedModel.resolve("variables/variables.index"), new byte[] {1, 2, 3, 4});
    return writer;
  }

  public static ModelPackage write(Path target) throws IOException {
    try (ModelPackageWriter writer = ModelPackageWriter.create(target, "tiny")) {
      return fill(writer).commit();
    }
  }

  /** A package of other content, hence another version. */
  public static ModelPackage writeOther(Path target, String configuration) throws IOException {
    try (ModelPackageWriter writer = ModelPackageWriter.create(target, "tiny")) {
      return fill(writer).configuration(configuration).commit();
    }
  }
}
