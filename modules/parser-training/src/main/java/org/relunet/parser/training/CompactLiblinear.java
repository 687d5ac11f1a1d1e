package org.relunet.parser.training;

import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.SolverType;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.maltparser.core.exception.MaltChainedException;
import org.maltparser.core.feature.FeatureVector;
import org.maltparser.ml.lib.Lib;
import org.maltparser.ml.lib.LibException;
import org.maltparser.ml.lib.MaltLiblinearModel;
import org.maltparser.parser.guide.instance.InstanceModel;
import org.maltparser.parser.history.action.SingleDecision;

/**
 * The learner that MaltParser trains with. It differs from MaltParser's own in what it leaves out:
 * features of one or two examples, and what has no weight after rounding. Its models are a third as
 * large, and training takes a tenth of the memory.
 *
 * <p>Crammer and Singer's multi-class support vector machine, "On the Algorithmic Implementation of
 * Multiclass Kernel-based Vector Machines", JMLR 2001.
 */
public final class CompactLiblinear extends Lib {
  /** MaltParser's name of models of this kind. */
  private static final String KIND = "liblinear";

  static final double COST = 0.1;
  static final double TOLERANCE = 0.1;

  /** What MaltParser puts into a model's archive because it stands in its directory. */
  static final String USED_SYMBOLS = ".used";

  /** For every place of the feature model, from 1, the name of its symbol table. */
  private final List<String> tables = new ArrayList<>(List.of(""));

  /** MaltParser calls this constructor. */
  public CompactLiblinear(InstanceModel owner, Integer learnerMode) throws MaltChainedException {
    super(owner, learnerMode, KIND);
  }

  @Override
  public void addInstance(SingleDecision decision, FeatureVector features)
      throws MaltChainedException {
    for (int place = tables.size(); place <= features.size(); place++) {
      tables.add(features.get(place - 1).getSymbolTable().getName());
    }
    super.addInstance(decision, features);
  }

  @Override
  protected void trainInternal(LinkedHashMap<String, String> options) throws MaltChainedException {
    try {
      Examples examples;
      try (InputStreamReader lines = getInstanceInputStreamReader(".ins")) {
        examples = Examples.read(lines);
      }
      Files.delete(getFile(".ins").toPath());
      Linear.disableDebugOutput();
      Linear.resetRandom();
      Model trained =
          Linear.train(examples.problem(), new Parameter(SolverType.MCSVM_CS, COST, TOLERANCE));
      CompactWeights weights = new CompactWeights(trained, examples.features());
      UsedSymbols symbols = new UsedSymbols();
      for (Examples.Feature feature : weights.features()) {
        featureMap.addIndex(feature.place(), feature.code());
        symbols.add(tables.get(feature.place()), feature.code());
      }
      Files.writeString(getFile(USED_SYMBOLS).toPath(), symbols.write());
      write(weights.model());
    } catch (IOException e) {
      throw new LibException("cannot read or write the examples", e);
    }
  }

  private void write(MaltLiblinearModel weights) throws IOException, MaltChainedException {
    try (OutputStream file = Files.newOutputStream(getFile(".moo").toPath());
        ObjectOutputStream out = new ObjectOutputStream(new BufferedOutputStream(file))) {
      out.writeObject(weights);
    }
  }

  @Override
  protected void trainExternal(String program, LinkedHashMap<String, String> options)
      throws LibException {
    throw new LibException("training by another program is not supported");
  }

  @Override
  public LinkedHashMap<String, String> getDefaultLibOptions() {
    return new LinkedHashMap<>();
  }

  @Override
  public String getAllowedLibOptionFlags() {
    return "";
  }
}
