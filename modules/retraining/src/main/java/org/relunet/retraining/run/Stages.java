package org.relunet.retraining.run;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.relunet.api.triple.RelationSchema;
import org.relunet.common.messages.Count;
import org.relunet.common.replacement.Replacement;
import org.relunet.config.Configuration;
import org.relunet.corpus.AnnotatedText;
import org.relunet.corpus.format.CorpusWriter;
import org.relunet.corpus.schema.SchemaFile;
import org.relunet.evaluation.score.EvaluatedText;
import org.relunet.evaluation.score.Evaluation;
import org.relunet.model.store.ModelPackage;
import org.relunet.model.store.json.StrictJson;
import org.relunet.model.store.registry.AliasConflictException;
import org.relunet.model.store.registry.GateVerdict;
import org.relunet.model.store.registry.ModelRegistry;
import org.relunet.model.store.registry.Publication;
import org.relunet.retraining.RetrainSettings;
import org.relunet.retraining.correction.CorrectedTexts;
import org.relunet.retraining.correction.Correction;
import org.relunet.retraining.gate.Gate;
import org.relunet.retraining.gate.GateCheck;
import org.relunet.retraining.gate.HoldOut;
import org.relunet.retraining.merge.MergedTexts;
import org.relunet.retraining.merge.SeparatedWords;
import org.relunet.runtime.assembly.Assembly;
import org.relunet.runtime.plugin.PluginRegistry;
import org.relunet.training.DataSettings;
import org.relunet.training.TrainingRequest;
import org.relunet.training.TrainingSections;
import org.relunet.training.data.TrainingData;
import org.relunet.training.evaluation.PackageScore;

/**
 * What each stage does. Each may be done again from its beginning.
 *
 * @param directory where results are kept
 * @param start what the run began with
 */
record Stages(
    Configuration configuration,
    RetrainSettings settings,
    RetrainDirectory directory,
    RunStart start,
    ModelRegistry registry,
    PluginRegistry plugins,
    Consumer<String> messages) {
  private static final String NO_CHAMPION = "there was no champion to compare with";

  private DataSettings data() {
    return configuration.section(TrainingSections.DATA, DataSettings.class);
  }

  /**
   * Files first, then what earlier runs read, then what is new.
   *
   * @param before runs whose corrections are learned again
   */
  StageRecord collect(CorrectionSource source, List<RetrainDirectory> before) throws IOException {
    List<String> notes = new ArrayList<>();
    List<Correction> all = new ArrayList<>();
    for (String file : settings.texts()) {
      List<AnnotatedText> read = TrainingData.texts(data(), file);
      notes.add("%s of %s".formatted(Count.of(read.size(), "text"), file));
      read.forEach(text -> all.add(whole(text)));
    }
    int ofFiles = all.size();
    for (RetrainDirectory run : before) {
      all.addAll(RetrainDirectory.readCorrections(run.corrections()));
    }
    CorrectionSource.Collected fresh = source.collect(start.offsets());
    notes.add(
        "%s read, %d of earlier runs"
            .formatted(
                Count.of(fresh.corrections().size(), "new correction"), all.size() - ofFiles));
    notes.addAll(fresh.notes());
    RetrainDirectory.writeCorrections(directory.corrections(), fresh.corrections());
    all.addAll(fresh.corrections());
    RetrainDirectory.writeCorrections(directory.allCorrections(), all);
    return StageRecord.of(notes).withOffsets(fresh.next());
  }

  /** An annotated text of a file is a correction that has all its triples. */
  private static Correction whole(AnnotatedText text) {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    try {
      new CorpusWriter().write(text, line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Correction(
        text, Optional.empty(), line.toString(StandardCharsets.UTF_8).stripTrailing());
  }

  /** Merges, validates and writes what is learned. */
  StageRecord prepare() throws IOException {
    List<Correction> corrections = RetrainDirectory.readCorrections(directory.allCorrections());
    List<AnnotatedText> development = TrainingData.texts(data(), data().dev());
    RelationSchema known = known();
    if (data().pretokenized()) {
      Assembly assembly = Assembly.of(configuration, plugins, known);
      SeparatedWords words = new SeparatedWords(assembly.tokenizer());
      corrections = corrections.stream().map(each -> each.with(words.of(each.text()))).toList();
    }
    List<AnnotatedText> old = TrainingData.texts(data(), data().train());
    Map<String, AnnotatedText> byText = new HashMap<>();
    old.forEach(text -> byText.put(text.folded(), text));
    MergedTexts merged =
        MergedTexts.of(
            old, development, CorrectedTexts.of(corrections, byText), settings, data().splitSeed());
    List<String> relations = new ArrayList<>(known.relations());
    merged.train().stream()
        .flatMap(text -> text.triples().stream())
        .map(triple -> triple.relation())
        .filter(relation -> known.index(relation).isEmpty())
        .distinct()
        .sorted()
        .forEach(relations::add);
    RetrainDirectory.write(directory.train(), merged.train());
    RetrainDirectory.write(directory.setAside(), merged.setAside());
    Replacement.writePrivate(directory.relations(), StrictJson.write(relations));
    return StageRecord.of(notes(merged.counts(), relations, known.size()));
  }

  private static List<String> notes(MergedTexts.Counts counts, List<String> relations, int known) {
    List<String> notes = new ArrayList<>();
    notes.add(
        "%s of the training file and %s to learn, %s set aside for the gate"
            .formatted(
                Count.of(counts.old(), "text"),
                Count.of(counts.corrected(), "corrected text"),
                Count.of(counts.setAside(), "corrected text")));
    if (counts.replaced() > 0) {
      notes.add(
          "%s of the training file replaced by a correction"
              .formatted(Count.of(counts.replaced(), "text")));
    }
    if (counts.ofDevelopment() > 0) {
      notes.add(
          "%s not learned, being of texts of data.dev"
              .formatted(Count.of(counts.ofDevelopment(), "correction")));
    }
    if (relations.size() > known) {
      notes.add("new relations: " + String.join(", ", relations.subList(known, relations.size())));
    }
    return notes;
  }

  /** The relations of the file, or of the training file where none is named. */
  private RelationSchema known() throws IOException {
    return data().relations().isEmpty()
        ? TrainingData.schema(data(), TrainingData.texts(data(), data().train()))
        : SchemaFile.read(Path.of(data().relations()));
  }

  private Candidate candidate() throws IOException {
    String champion =
        start.champion().isEmpty() ? "" : registry.open(start.champion()).directory().toString();
    return new Candidate(configuration, directory, champion, settings.name());
  }

  StageRecord train() throws IOException {
    ModelPackage model = candidate().train(plugins, messages);
    return StageRecord.of(List.of("model " + model.version())).withVersion(model.version());
  }

  private ModelPackage model() {
    return ModelPackage.open(directory.training().resolve("model"));
  }

  /** Scores both models and asks the gate. */
  StageRecord evaluate() throws IOException {
    TrainingRequest request = candidate().request();
    List<AnnotatedText> development = TrainingData.texts(data(), data().dev());
    List<AnnotatedText> setAside = RetrainDirectory.read(directory.setAside());
    List<AnnotatedText> both = new ArrayList<>(development);
    both.addAll(setAside);
    List<EvaluatedText> now = PackageScore.of(model(), request, both).texts();
    if (start.champion().isEmpty()) {
      return StageRecord.of(List.of(NO_CHAMPION))
          .judged(scores("candidate", now, development.size(), request), true);
    }
    ModelPackage champion = registry.open(start.champion());
    List<EvaluatedText> then = PackageScore.of(champion, request, both).texts();
    int old = development.size();
    List<GateCheck> checks =
        new Gate(settings, request.training().match())
            .checks(
                new HoldOut(then.subList(0, old), now.subList(0, old)),
                new HoldOut(then.subList(old, then.size()), now.subList(old, now.size())));
    Map<String, Double> scores = new TreeMap<>(scores("champion", then, old, request));
    scores.putAll(scores("candidate", now, old, request));
    return StageRecord.of(
            checks.stream()
                .map(check -> (check.passed() ? "met: " : "not met: ") + check.finding())
                .toList())
        .judged(scores, checks.stream().allMatch(GateCheck::passed));
  }

  private static Map<String, Double> scores(
      String who, List<EvaluatedText> texts, int old, TrainingRequest request) {
    Map<String, Double> scores = new LinkedHashMap<>();
    scores.put(who + " data.dev F1", f1(texts.subList(0, old), request));
    if (texts.size() > old) {
      scores.put(who + " corrections F1", f1(texts.subList(old, texts.size()), request));
    }
    return scores;
  }

  private static double f1(List<EvaluatedText> texts, TrainingRequest request) {
    return Evaluation.of(texts, request.training().match()).overall().score().f1();
  }

  /** Publishes, and changes the aliases. */
  StageRecord publish(Instant now) throws IOException {
    StageRecord collected = directory.done(Stage.COLLECT).orElseThrow();
    StageRecord verdict = directory.done(Stage.EVALUATE).orElseThrow();
    ModelPackage model = model();
    Optional<String> champion = Optional.of(start.champion()).filter(name -> !name.isEmpty());
    registry.publish(
        model,
        new Publication(
            model.version(),
            now,
            champion,
            collected.offsets(),
            verdict.scores(),
            Optional.of(new GateVerdict(verdict.passed(), verdict.notes())),
            Optional.of(directory.name())));
    List<String> notes = new ArrayList<>();
    name(settings.candidate(), registry.alias(settings.candidate()), model.version(), notes);
    boolean promoted =
        verdict.passed() && name(settings.champion(), champion, model.version(), notes);
    if (!verdict.passed()) {
      notes.add(
          "%s was published; the %s stays %s"
              .formatted(model.version(), settings.champion(), start.champion()));
    }
    return StageRecord.of(notes).withVersion(model.version()).judged(verdict.scores(), promoted);
  }

  /** Whether the alias names the version now: not if somebody else has changed it meanwhile. */
  private boolean name(String alias, Optional<String> expected, String version, List<String> notes)
      throws IOException {
    try {
      registry.promote(alias, expected, version, "run " + directory.name());
      notes.add("%s is the %s now".formatted(version, alias));
      return true;
    } catch (AliasConflictException e) {
      notes.add("%s is not the %s: %s".formatted(version, alias, e.getMessage()));
      return false;
    }
  }
}
