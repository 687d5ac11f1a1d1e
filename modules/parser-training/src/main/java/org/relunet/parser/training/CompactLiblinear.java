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
import java.util.LinkedHashMap;
import org.maltparser.core.exception.MaltChainedException;
import org.maltparser.ml.lib.Lib;
import org.maltparser.ml.lib.LibException;
import org.maltparser.ml.lib.MaltLiblinearModel;
import org.maltparser.parser.guide.instance.InstanceModel;

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

  /** MaltParser calls this constructor. */
  public CompactLiblinear(InstanceModel owner, Integer learnerMode) throws MaltChainedException {
    super(owner, learnerMode, KIND);
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
      CompactWeights weights = new CompactWeights(trained, featureMap, examples.features());
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
