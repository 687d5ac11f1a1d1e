package org.relunet.graph.optimizer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.relunet.graph.parameter.Parameter;
import org.relunet.graph.parameter.ParameterKind;
import org.relunet.graph.parameter.Parameters;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat32;

/**
 * Adam with decoupled weight decay as operations of the graph (Kingma and Ba 2015; Loshchilov and
 * Hutter 2019, <i>Decoupled weight decay regularization</i>). For a parameter w with gradient g at
 * step t, learning rate r, decay d (of matrices only):
 *
 * <pre>
 * w := w - r d w
 * m := beta1 m + (1 - beta1) g,   v := beta2 v + (1 - beta2) g^2
 * w := w - r sqrt(1 - beta2^t) / (1 - beta1^t) m / (sqrt(v) + epsilon)
 * </pre>
 *
 * <p>Parameters of the encoder have the rate of its top layer times {@code layerDecay^n}, n being
 * the number of layers above them (Howard and Ruder 2018, arXiv:1801.06146; Clark et al. 2020,
 * arXiv:2003.10555).
 *
 * <p>Every update waits for the loss and the whole gradient: none of these ever reads a parameter
 * that is already updated. A gradient that is not finite ruins the parameters: look at {@link
 * #gradientNorm()} after each step, and go back to a checkpoint.
 */
public final class AdamW {
  private final Slots slots;
  private final Placeholder<TFloat32> encoderLearningRate;
  private final Placeholder<TFloat32> headLearningRate;
  private final Operand<TFloat32> gradientNorm;
  private final Op step;
  private final Optional<Op> swapAverages;

  private AdamW(
      Graph graph, Ops top, Parameters parameters, Operand<TFloat32> loss, AdamWSettings settings) {
    Ops tf = top.withSubScope("optimizer");
    slots = new Slots(top);
    encoderLearningRate = rate(tf, "encoder_learning_rate");
    headLearningRate = rate(tf, "head_learning_rate");
    List<ParameterGradient> gradients = ParameterGradient.of(graph, loss, parameters.trained());
    GradientNorm norm =
        GradientNorm.of(tf, gradients.stream().map(ParameterGradient::value).toList());
    gradientNorm = norm.value();

    Ops ready = tf.withControlDependencies(List.<Op>of(loss, gradientNorm));
    Power beta1 = Power.build(top, slots, "adam.beta_1_power", settings.beta1());
    Power beta2 = Power.build(top, slots, "adam.beta_2_power", settings.beta2());
    Optional<WeightAverage> average =
        settings.averageDecay() == 0
            ? Optional.empty()
            : Optional.of(WeightAverage.build(tf, slots, settings.averageDecay()));
    List<Op> updates = new ArrayList<>();
    for (ParameterGradient gradient : gradients) {
      Operand<TFloat32> clipped =
          settings.gradientClip() == 0
              ? gradient.value()
              : tf.math.mul(gradient.value(), norm.scale(tf, settings.gradientClip()));
      Operand<TFloat32> value = update(tf, ready, gradient, clipped, beta1, beta2, settings);
      updates.add(value);
      average.ifPresent(kept -> updates.add(kept.update(tf, gradient.parameter(), value)));
    }
    Ops after = tf.withControlDependencies(updates);
    List<Op> last = new ArrayList<>(updates);
    last.add(beta1.next(after));
    last.add(beta2.next(after));
    average.ifPresent(kept -> last.add(kept.countStep(after)));
    step = group(tf, "step", last);
    swapAverages = average.map(kept -> group(tf, "swap_averages", kept.swap(tf)));
  }

  /**
   * Adds gradients and updates.
   *
   * @param tf builders of the graph, at its top scope
   * @param parameters of which the trained ones are updated
   * @param loss scalar
   * @throws IllegalArgumentException if none is trained, or one that is has no influence on the
   *     loss or is not kept in single precision
   */
  public static AdamW build(
      Graph graph, Ops tf, Parameters parameters, Operand<TFloat32> loss, AdamWSettings settings) {
    return new AdamW(graph, tf, parameters, loss, settings);
  }

  private static Placeholder<TFloat32> rate(Ops tf, String name) {
    return tf.withName(name).placeholder(TFloat32.class, Placeholder.shape(Shape.scalar()));
  }

  private static Op group(Ops tf, String name, Iterable<Op> targets) {
    return tf.withControlDependencies(targets).withName(name).noOp();
  }

  /** The parameter's new value. */
  private Operand<TFloat32> update(
      Ops tf,
      Ops ready,
      ParameterGradient gradient,
      Operand<TFloat32> clipped,
      Power beta1,
      Power beta2,
      AdamWSettings settings) {
    Parameter parameter = gradient.parameter();
    Operand<TFloat32> rate = rate(tf, parameter, settings.layerDecay());
    Operand<TFloat32> variable = gradient.variable();
    if (settings.weightDecay() != 0 && parameter.shape().numDimensions() > 1) {
      Operand<TFloat32> share =
          ready.math.mul(rate, ready.constant((float) settings.weightDecay()));
      // one pass over the parameter: a descent along itself
      variable = ready.train.applyGradientDescent(variable, share, variable);
    }
    Variable<TFloat32> first = slots.zeros("adam.m." + parameter.name(), parameter.shape());
    Variable<TFloat32> second = slots.zeros("adam.v." + parameter.name(), parameter.shape());
    return ready.train.applyAdam(
        variable,
        first,
        second,
        beta1.value(),
        beta2.value(),
        rate,
        tf.constant((float) settings.beta1()),
        tf.constant((float) settings.beta2()),
        tf.constant((float) settings.epsilon()),
        clipped);
  }

  private Operand<TFloat32> rate(Ops tf, Parameter parameter, double layerDecay) {
    return switch (parameter.kind()) {
      case ENCODER -> {
        double factor = Math.pow(layerDecay, parameter.layersAbove());
        yield factor == 1
            ? encoderLearningRate
            : tf.math.mul(encoderLearningRate, tf.constant((float) factor));
      }
      case HEAD -> headLearningRate;
      case FROZEN ->
          throw new IllegalArgumentException("parameter " + parameter.name() + " is frozen");
    };
  }

  /** Gives the slots their first values; the parameters must have theirs. */
  public void initialize(Session session) {
    slots.initialize(session);
  }

  /** Run to change the parameters once. Needs both learning rates fed. */
  public Op step() {
    return step;
  }

  /** Scalar, to be fed: for parameters of kind {@link ParameterKind#ENCODER}, the top layer's. */
  public Placeholder<TFloat32> encoderLearningRate() {
    return encoderLearningRate;
  }

  /** Scalar, to be fed: for parameters of kind {@link ParameterKind#HEAD}. */
  public Placeholder<TFloat32> headLearningRate() {
    return headLearningRate;
  }

  /**
   * Scalar: the norm of the gradient of all parameters together, before it is clipped. Not finite
   * exactly if the gradient is not, or is too long for single precision.
   */
  public Operand<TFloat32> gradientNorm() {
    return gradientNorm;
  }

  /** What has to be saved beside the parameters for a training to go on exactly. */
  public List<NamedVariable> slots() {
    return slots.all();
  }

  /**
   * Run to exchange the parameters and their running averages: before an evaluation or the saving
   * of a model, and again before the next step. Empty without averages.
   */
  public Optional<Op> swapAverages() {
    return swapAverages;
  }
}
