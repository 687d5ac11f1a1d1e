package org.relunet.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.relunet.pipeline.output.OutputException;
import org.relunet.runtime.assembly.ModelLoader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code relunet export}. */
@Command(
    name = "export",
    description = {
      "Write a model as a complete TensorFlow SavedModel, for any TensorFlow.",
      "",
      "It holds the whole network, the pre-trained encoder too, in single precision, with one"
          + " signature, serving_default, and no operation of training. Beside it are the piece"
          + " tokenizer, the relations, the model card, and README.md and signature.json, which say"
          + " what to feed and what comes out.",
      ""
    })
final class ExportCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private EngineOptions engine;

  @Option(
      names = "--output",
      paramLabel = "DIR",
      required = true,
      description = "Directory to be made.")
  private Path output;

  @Override
  public Integer call() throws Exception {
    if (Files.exists(output)) {
      throw new OutputException("'" + output + "' exists already: name a directory to be made");
    }
    NewOutput.requireDirectory(output);
    ModelLoader.Loaded model = ModelLoader.load(engine.specification());
    model.export(output);
    spec.commandLine().getErr().println("relunet: exported " + model.model().version());
    spec.commandLine().getOut().println(output);
    return ExitStatus.DONE;
  }
}
