package org.relunet.graph.optimizer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.relunet.common.directories.Directories;
import org.relunet.common.directories.PrivateFiles;
import org.relunet.common.replacement.Replacement;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TString;
import org.tensorflow.types.family.TType;

/**
 * Writes and reads variables as a TensorFlow checkpoint: the files {@code <prefix>.index} and
 * {@code <prefix>.data-00000-of-00001}, which any TensorFlow reads.
 *
 * <p>The index appears last, at once and whole, when the data are on the disk: there is a
 * checkpoint exactly if its index is there. To write over one deletes it first; a training that
 * must survive a kill at any moment uses a new prefix each time, and then {@linkplain #delete
 * deletes} the older one.
 */
public final class Checkpoint {
  private static final String INDEX = ".index";
  private static final String DATA = ".data-00000-of-00001";

  private final Placeholder<TString> prefix;
  private final Op save;
  private final Op restore;

  private Checkpoint(Placeholder<TString> prefix, Op save, Op restore) {
    this.prefix = prefix;
    this.save = save;
    this.restore = restore;
  }

  /**
   * Adds the operations.
   *
   * @param tf builders of the graph, at its top scope
   * @throws IllegalArgumentException if there are no variables, or two of one name
   */
  public static Checkpoint of(Ops tf, List<NamedVariable> variables) {
    String[] names = variables.stream().map(NamedVariable::name).toArray(String[]::new);
    if (names.length == 0 || Stream.of(names).distinct().count() != names.length) {
      throw new IllegalArgumentException(
          "a checkpoint needs variables of distinct names, not " + List.of(names));
    }
    Ops here = tf.withSubScope("checkpoint");
    Placeholder<TString> prefix =
        here.withName("prefix").placeholder(TString.class, Placeholder.shape(Shape.scalar()));
    Operand<TString> keys = here.array(names);
    Operand<TString> slices = here.fill(here.constant(new int[] {names.length}), here.constant(""));
    List<Operand<?>> values = new ArrayList<>();
    variables.forEach(variable -> values.add(variable.variable()));
    Op save = here.train.save(prefix, keys, slices, values);
    return new Checkpoint(prefix, save, restore(here, prefix, keys, slices, variables));
  }

  private static Op restore(
      Ops tf,
      Operand<TString> prefix,
      Operand<TString> keys,
      Operand<TString> slices,
      List<NamedVariable> variables) {
    List<Class<? extends TType>> types = Collections.nCopies(variables.size(), TFloat32.class);
    List<Output<?>> read = tf.train.restore(prefix, keys, slices, types).tensors();
    List<Operand<TFloat32>> checked = new ArrayList<>();
    for (int i = 0; i < read.size(); i++) {
      @SuppressWarnings("unchecked") // as asked for
      Operand<TFloat32> value = (Operand<TFloat32>) read.get(i);
      checked.add(tf.ensureShape(value, variables.get(i).shape()));
    }
    Ops allChecked = tf.withControlDependencies(List.<Op>copyOf(checked));
    List<Op> assigned = new ArrayList<>();
    for (int i = 0; i < checked.size(); i++) {
      assigned.add(allChecked.assign(variables.get(i).variable(), checked.get(i)));
    }
    return tf.withControlDependencies(assigned).withName("restore").noOp();
  }

  /**
   * Writes the variables.
   *
   * @param path the prefix; its directory is made if missing
   * @throws IOException if it cannot be written, or a variable has no value yet
   */
  public void save(Session session, Path path) throws IOException {
    Path target = path.toAbsolutePath();
    PrivateFiles.createDirectories(target.getParent());
    Path workplace = Files.createTempDirectory(target.getParent(), "." + target.getFileName());
    try {
      Path written = workplace.resolve("checkpoint");
      run(session, save, written, "cannot write checkpoint " + path);
      PrivateFiles.restrict(with(written, DATA));
      PrivateFiles.restrict(with(written, INDEX));
      Files.deleteIfExists(with(target, INDEX));
      Replacement.move(with(written, DATA), with(target, DATA));
      Replacement.move(with(written, INDEX), with(target, INDEX));
    } finally {
      Directories.deleteAll(workplace);
    }
  }

  /**
   * Reads the variables: all or, where it fails, none.
   *
   * @param path the prefix
   * @throws IOException if there is no such checkpoint, if it is damaged, or if it lacks a variable
   *     or holds one in another shape
   */
  public void restore(Session session, Path path) throws IOException {
    if (!exists(path)) {
      throw new IOException("no checkpoint " + path + ": there is no file " + with(path, INDEX));
    }
    run(
        session,
        restore,
        path.toAbsolutePath(),
        "cannot read checkpoint " + path + "; it is damaged or another network's");
  }

  private void run(Session session, Op target, Path path, String failure) throws IOException {
    try (TString value = TString.scalarOf(path.toString())) {
      session.runner().feed(prefix, value).addTarget(target).run().close();
    } catch (RuntimeException e) { // TensorFlow's have no narrower type in common
      throw new IOException(failure + ": " + e.getMessage(), e);
    }
  }

  /** Whether there is a whole checkpoint at the prefix. */
  public static boolean exists(Path path) {
    return Files.exists(with(path, INDEX)) && Files.exists(with(path, DATA));
  }

  /** Deletes the checkpoint at the prefix, if there is one. */
  public static void delete(Path path) throws IOException {
    Files.deleteIfExists(with(path, INDEX));
    Files.deleteIfExists(with(path, DATA));
  }

  private static Path with(Path path, String suffix) {
    return path.resolveSibling(path.getFileName() + suffix);
  }
}
