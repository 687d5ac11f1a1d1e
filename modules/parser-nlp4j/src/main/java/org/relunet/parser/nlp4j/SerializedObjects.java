package org.relunet.parser.nlp4j;

import java.io.IOException;
import java.io.InputStream;
import java.io.InvalidClassException;
import java.util.Set;
import org.relunet.api.plugin.AllowedObjects;

/**
 * Reads NLP4J's models, which are Java-serialised objects, under an allow-list: its tagger, its
 * parser, its lexica, and what these consist of. A class outside the list is refused before any of
 * its code runs. NLP4J's own loader takes whatever a stream holds.
 */
final class SerializedObjects {
  private static final AllowedObjects ALLOWED =
      new AllowedObjects(
          Set.of(
              "edu.emory.mathcs.nlp.component.dep.DEPLabelCandidate",
              "edu.emory.mathcs.nlp.component.dep.DEPParser",
              "edu.emory.mathcs.nlp.component.pos.POSTagger",
              "edu.emory.mathcs.nlp.component.template.OnlineComponent",
              "edu.emory.mathcs.nlp.component.template.feature.Direction",
              "edu.emory.mathcs.nlp.component.template.feature.FeatureItem",
              "edu.emory.mathcs.nlp.component.template.feature.FeatureTemplate",
              "edu.emory.mathcs.nlp.component.template.feature.Field",
              "edu.emory.mathcs.nlp.component.template.feature.Relation",
              "edu.emory.mathcs.nlp.component.template.feature.Source",
              "edu.emory.mathcs.nlp.learning.optimization.AdaptiveGradientDescent",
              "edu.emory.mathcs.nlp.learning.optimization.AdaptiveGradientDescentMiniBatch",
              "edu.emory.mathcs.nlp.learning.optimization.OnlineOptimizer",
              "edu.emory.mathcs.nlp.learning.optimization.StochasticGradientDescent",
              "edu.emory.mathcs.nlp.learning.optimization.method.AdaGradMiniBatch",
              "edu.emory.mathcs.nlp.learning.util.ColumnMajorVector",
              "edu.emory.mathcs.nlp.learning.util.FeatureMap",
              "edu.emory.mathcs.nlp.learning.util.LabelMap",
              "edu.emory.mathcs.nlp.learning.util.MajorVector",
              "edu.emory.mathcs.nlp.learning.util.RowMajorVector",
              "edu.emory.mathcs.nlp.learning.util.WeightVector",
              "it.unimi.dsi.fastutil.ints.IntOpenHashSet",
              "it.unimi.dsi.fastutil.objects.AbstractObject2IntFunction",
              "it.unimi.dsi.fastutil.objects.AbstractObject2IntMap",
              "it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap",
              "org.magicwerk.brownies.collections.primitive.FloatGapList",
              "org.magicwerk.brownies.collections.primitive.IFloatList",
              "java.lang.Enum",
              "java.lang.Integer",
              "java.lang.Number",
              "java.lang.String",
              "java.util.ArrayList",
              "java.util.HashMap",
              "java.util.HashSet"),
          Set.of("java.lang.Object", "java.util.Map$Entry"),
          16);

  /** Unpacked. */
  private static final long GREATEST_BYTES = 2L << 30;

  private SerializedObjects() {}

  /**
   * Reads one object.
   *
   * @throws InvalidClassException if a class is not on the list
   * @throws IOException if the bytes are no serialised object
   */
  static Object read(InputStream bytes) throws IOException {
    return ALLOWED.read(bytes, GREATEST_BYTES);
  }
}
