package org.relunet.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.relunet.common.messages.Count;
import org.relunet.config.Configuration;
import org.relunet.config.ConfigurationReader;
import org.relunet.pipeline.correction.CorrectionWriter;
import org.relunet.pipeline.kafka.KafkaConnection;
import org.relunet.pipeline.stream.StreamSections;
import org.relunet.pipeline.stream.StreamSettings;
import org.relunet.retraining.RetrainSection;
import org.relunet.retraining.RetrainSettings;
import org.relunet.retraining.correction.Correction;
import org.relunet.retraining.correction.CorrectionReader;
import org.relunet.runtime.configuration.RelunetSchema;
import org.relunet.runtime.plugin.PluginRegistry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code relunet correct}. */
@Command(
    name = "correct",
    description = {
      "Write corrections from a file to the topic that `relunet retrain` reads.",
      "",
      "The file has one correction a line (docs/retraining.md). All are checked before any is"
          + " written: if one is wrong, none is, unless --skip-invalid says otherwise.",
      ""
    })
final class CorrectCommand implements Callable<Integer> {
  private static final int SHOWN = 10;

  @Spec private CommandSpec spec;

  @Option(
      names = "--input",
      paramLabel = "FILE",
      required = true,
      description = "Corrections, one JSON object a line.")
  private Path input;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Configuration; may be given again, later files win.")
  private List<Path> configurations = new ArrayList<>();

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Override a key of the configuration, e.g. --set retrain.topic=corrections.")
  private List<String> overrides = new ArrayList<>();

  @Option(names = "--topic", paramLabel = "TOPIC", description = "Stands for retrain.topic.")
  private Optional<String> topic = Optional.empty();

  @Option(names = "--dry-run", description = "Check the file, and write nothing.")
  private boolean dryRun;

  @Option(names = "--skip-invalid", description = "Write the right ones though others are wrong.")
  private boolean skipInvalid;

  @Override
  public Integer call() throws Exception {
    PrintWriter err = spec.commandLine().getErr();
    List<Correction> corrections = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    read(corrections, problems);
    problems.stream().limit(SHOWN).forEach(line -> err.println("relunet: " + line));
    if (problems.size() > SHOWN) {
      err.println("relunet: and %d more".formatted(problems.size() - SHOWN));
    }
    if (!problems.isEmpty() && !skipInvalid) {
      err.println(
          "relunet: nothing is written: %s of %d can't be read; mend them, or say --skip-invalid"
              .formatted(Count.of(problems.size(), "line"), problems.size() + corrections.size()));
      return ExitStatus.FAILED;
    }
    if (!dryRun && !corrections.isEmpty()) {
      write(corrections);
    }
    err.println(
        "relunet: %s %s"
            .formatted(
                Count.of(corrections.size(), "correction"),
                dryRun ? "would be written" : "written"));
    return problems.isEmpty() ? ExitStatus.DONE : ExitStatus.DEAD_LETTERS;
  }

  private void read(List<Correction> corrections, List<String> problems) throws IOException {
    int number = 0;
    try (InputStream bytes = Files.newInputStream(input)) {
      for (byte[] line : lines(bytes.readAllBytes())) {
        number++;
        if (new String(line, StandardCharsets.UTF_8).isBlank()) {
          continue;
        }
        try {
          corrections.add(CorrectionReader.read(line));
        } catch (IllegalArgumentException e) {
          problems.add(input + ":" + number + ": " + e.getMessage());
        }
      }
    }
  }

  private static List<byte[]> lines(byte[] all) {
    List<byte[]> lines = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= all.length; i++) {
      if (i == all.length || all[i] == '\n') {
        lines.add(Arrays.copyOfRange(all, start, i));
        start = i + 1;
      }
    }
    return lines;
  }

  private void write(List<Correction> corrections) {
    ClassLoader loader = CorrectCommand.class.getClassLoader();
    PluginRegistry plugins = PluginRegistry.load(loader);
    ConfigurationReader reader = new ConfigurationReader(RelunetSchema.of(plugins, loader));
    configurations.forEach(reader::file);
    Configuration configuration = reader.overrides(overrides).read();
    String target =
        topic.orElse(configuration.section(RetrainSection.RETRAIN, RetrainSettings.class).topic());
    if (target.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "name the topic by --topic, or by retrain.topic in --config");
    }
    try (CorrectionWriter writer = new CorrectionWriter(connection(configuration))) {
      writer.write(target, corrections);
    }
  }

  /** The brokers of the section {@code stream}. */
  static KafkaConnection connection(Configuration configuration) {
    StreamSettings stream = configuration.section(StreamSections.STREAM, StreamSettings.class);
    return KafkaConnection.of(
        stream.kafka().bootstrapServers(), "stream.kafka.properties", stream.kafka().properties());
  }
}
