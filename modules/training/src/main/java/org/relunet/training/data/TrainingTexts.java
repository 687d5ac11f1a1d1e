package org.relunet.training.data;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.relunet.api.triple.RelationSchema;
import org.relunet.common.replacement.Replacement;
import org.relunet.corpus.AnnotatedText;
import org.relunet.corpus.check.CorpusCheck;
import org.relunet.corpus.check.CorpusPart;
import org.relunet.corpus.format.CorpusWriter;
import org.relunet.corpus.split.CorpusFolds;
import org.relunet.corpus.split.CorpusSplit;
import org.relunet.corpus.split.DevelopmentShare;
import org.relunet.model.store.manifest.FileDigest;
import org.relunet.model.store.provenance.DataFile;
import org.relunet.training.DataSettings;
import org.relunet.training.Division;
import org.relunet.training.TrainingException;

/**
 * The annotated texts of a training, read and divided.
 *
 * @param files what they are, with hashes: a part of a file that is set aside counts as one
 * @param schema the relations to learn
 * @param train to learn from
 * @param dev to choose the best epoch on; empty where all texts are learned
 * @param setAside the texts of {@code dev} as a file, where they have none of their own
 */
public record TrainingTexts(
    List<DataFile> files,
    RelationSchema schema,
    CorpusPart train,
    Optional<CorpusPart> dev,
    Optional<SetAside> setAside) {
  public TrainingTexts {
    files = List.copyOf(files);
  }

  /**
   * Texts that were set aside.
   *
   * @param description says for a person which they are
   * @param content in the project's own format
   */
  public record SetAside(String description, byte[] content) {
    /** Name of the file in the training's directory. */
    public static final String FILE = "dev.jsonl";

    /** Writes them, for whoever wants to see them or to score on them. */
    public void write(Path directory) throws IOException {
      Replacement.writePrivate(directory.resolve(FILE), stream -> stream.write(content));
    }

    private static SetAside of(String description, List<AnnotatedText> texts) throws IOException {
      ByteArrayOutputStream lines = new ByteArrayOutputStream();
      CorpusWriter writer = new CorpusWriter();
      for (AnnotatedText text : texts) {
        writer.write(text, lines);
      }
      return new SetAside(description, lines.toByteArray());
    }
  }

  /**
   * Reads the files before anything that takes time, so that what is wrong with them shows at once.
   *
   * @throws TrainingException if one is not named or not there, or none may be named
   * @throws org.relunet.corpus.CorpusException if one can't be read, or can't be used
   */
  public static TrainingTexts read(DataSettings data, Division division) throws IOException {
    if (division != Division.CONFIGURED && !data.dev().isEmpty()) {
      throw new TrainingException(
          "data.dev: --folds takes the texts to score on from data.train; leave out --dev, and set"
              + " data.dev= where the configuration names one");
    }
    List<DataFile> files = DataFiles.of(data);
    List<AnnotatedText> texts = TrainingData.texts(data, data.train());
    RelationSchema schema = TrainingData.schema(data, texts);
    TrainingTexts read = divided(data, division, files, schema, texts);
    read.dev.ifPresent(dev -> TrainingData.requireScorable(schema, read.train, dev));
    return read;
  }

  private static TrainingTexts divided(
      DataSettings data,
      Division division,
      List<DataFile> files,
      RelationSchema schema,
      List<AnnotatedText> texts)
      throws IOException {
    if (division instanceof Division.Fold fold) {
      CorpusFolds folds = new CorpusFolds(fold.folds(), data.splitSeed());
      return divided(data, files, schema, texts, folds.of(data.train(), texts, fold.number()));
    }
    if (division instanceof Division.Everything || !data.dev().isEmpty()) {
      Optional<CorpusPart> dev =
          data.dev().isEmpty()
              ? Optional.empty()
              : Optional.of(part(data, data.dev(), TrainingData.texts(data, data.dev())));
      return new TrainingTexts(
          files, schema, part(data, data.train(), texts), dev, Optional.empty());
    }
    DevelopmentShare share = new DevelopmentShare(data.devShare(), data.splitSeed());
    return divided(data, files, schema, texts, share.of(data.train(), texts));
  }

  private static TrainingTexts divided(
      DataSettings data,
      List<DataFile> files,
      RelationSchema schema,
      List<AnnotatedText> texts,
      CorpusSplit split)
      throws IOException {
    SetAside setAside =
        SetAside.of(
            "%d of %d texts of %s, drawn with data.split-seed %d"
                .formatted(split.dev().size(), texts.size(), data.train(), data.splitSeed()),
            split.dev());
    FileDigest digest = FileDigest.of(setAside.content());
    List<DataFile> all = new ArrayList<>(files);
    all.add(new DataFile("dev", SetAside.FILE, digest.size(), digest.sha256(), data.licence()));
    return new TrainingTexts(
        all,
        schema,
        part(data, data.train(), split.train()),
        Optional.of(part(data, "the texts set aside of " + data.train(), split.dev())),
        Optional.of(setAside));
  }

  private static CorpusPart part(DataSettings data, String name, List<AnnotatedText> texts) {
    return new CorpusPart(name, texts, data.offsets());
  }

  /** What should alarm the owner of the data, though each record is well formed; for a person. */
  public List<String> findings() {
    return CorpusCheck.of(train, dev).stream()
        .flatMap(finding -> finding.lines().stream())
        .toList();
  }
}
