package org.relunet.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.relunet.config.Configuration;
import org.relunet.config.ConfigurationReader;
import org.relunet.corpus.check.CorpusCheck;
import org.relunet.corpus.check.CorpusPart;
import org.relunet.corpus.check.Finding;
import org.relunet.corpus.format.OffsetUnit;
import org.relunet.corpus.validation.ValidationReport;
import org.relunet.runtime.configuration.RelunetSchema;
import org.relunet.runtime.plugin.PluginRegistry;
import org.relunet.training.DataSettings;
import org.relunet.training.TrainingSections;
import org.relunet.training.data.DataValidation;
import org.relunet.training.data.TrainingData;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code relunet data check}. */
@Command(
    name = "check",
    description = {
      "Say what of annotated texts can be learned, what can't and why, and what should alarm their"
          + " owner: texts that stand in both files or contradict each other, ids that repeat,"
          + " relations spelt in several ways, offsets of another unit, too few texts.",
      "",
      "Exit status: 0 if there is nothing to say, 3 if there is.",
      ""
    })
final class DataCheckCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Configuration of the training; may be given again, later files win.")
  private List<Path> configurations = new ArrayList<>();

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Override a key of the configuration.")
  private List<String> overrides = new ArrayList<>();

  @Option(
      names = "--train",
      paramLabel = "FILE",
      required = true,
      description = "Annotated texts, see modules/corpus/FORMATS.md.")
  private Path train;

  @Option(names = "--dev", paramLabel = "FILE", description = "Those to choose the best epoch on.")
  private Optional<Path> dev = Optional.empty();

  @Option(names = "--offsets", paramLabel = "UNIT", description = "Stands for data.offsets.")
  private Optional<OffsetUnit> offsets = Optional.empty();

  @Override
  public Integer call() throws Exception {
    ClassLoader loader = DataCheckCommand.class.getClassLoader();
    PluginRegistry registry = PluginRegistry.load(loader);
    Configuration configuration = configuration(registry, loader);
    DataSettings settings = configuration.section(TrainingSections.DATA, DataSettings.class);
    CorpusPart learned = part(settings, train);
    Optional<CorpusPart> held =
        dev.isPresent() ? Optional.of(part(settings, dev.get())) : Optional.empty();
    PrintWriter out = spec.commandLine().getOut();
    List<Finding> findings = CorpusCheck.of(learned, held);
    findings.stream().flatMap(finding -> finding.lines().stream()).forEach(out::println);
    DataValidation validation =
        DataValidation.of(
            configuration, registry, TrainingData.schema(settings, learned.texts()), settings);
    boolean allUsable = report(validation, learned, out);
    if (held.isPresent()) {
      allUsable &= report(validation, held.get(), out);
    }
    return findings.isEmpty() && allUsable ? ExitStatus.DONE : ExitStatus.DEAD_LETTERS;
  }

  private static boolean report(DataValidation validation, CorpusPart part, PrintWriter out) {
    ValidationReport report = validation.report(part);
    report.lines(CorpusCheck.tellsOffsets(part)).forEach(out::println);
    return report.drops().isEmpty();
  }

  private static CorpusPart part(DataSettings settings, Path file) throws Exception {
    return new CorpusPart(
        file.toString(), TrainingData.texts(settings, file.toString()), settings.offsets());
  }

  private Configuration configuration(PluginRegistry registry, ClassLoader loader) {
    ConfigurationReader reader = new ConfigurationReader(RelunetSchema.of(registry, loader));
    configurations.forEach(reader::file);
    List<String> all = new ArrayList<>(overrides);
    all.add("data.train=" + train);
    offsets.ifPresent(unit -> all.add("data.offsets=" + unit.label()));
    return reader.overrides(all).read();
  }
}
