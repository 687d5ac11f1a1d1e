package org.relunet.parser.nlp4j;

import edu.emory.mathcs.nlp.common.util.Language;
import edu.emory.mathcs.nlp.component.morph.MorphologicalAnalyzer;
import edu.emory.mathcs.nlp.component.template.NLPComponent;
import edu.emory.mathcs.nlp.component.template.OnlineComponent;
import edu.emory.mathcs.nlp.component.template.feature.Field;
import edu.emory.mathcs.nlp.component.template.lexicon.GlobalLexica;
import edu.emory.mathcs.nlp.component.template.lexicon.GlobalLexicon;
import edu.emory.mathcs.nlp.component.template.node.NLPNode;
import edu.emory.mathcs.nlp.component.template.util.NLPFlag;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tukaani.xz.XZInputStream;

/**
 * The components that lead to a tree, from the artifact {@code nlp4j-english}. Neither tagger nor
 * parser was trained with word embeddings: what they need of the artifact is small.
 */
final class EnglishModels {
  private static final String ROOT = "/edu/emory/mathcs/nlp/";
  private static final String NO_LEXICA = "<configuration/>";

  private EnglishModels() {}

  /**
   * Reads lexica, tagger and parser; takes about half a minute and 1.7 GB of memory.
   *
   * @throws UnusableModelException if one is missing, damaged, or holds what it must not
   */
  static List<NLPComponent<NLPNode>> load() {
    return List.of(
        lexica(),
        component("models/en-pos.xz"),
        new MorphologicalAnalyzer<>(Language.ENGLISH),
        component("models/en-dep.xz"));
  }

  @SuppressWarnings("unchecked") // what nlp4j-english holds under these names
  private static GlobalLexica<NLPNode> lexica() {
    GlobalLexica<NLPNode> lexica =
        new GlobalLexica<>(new ByteArrayInputStream(NO_LEXICA.getBytes(StandardCharsets.UTF_8)));
    lexica.setAmbiguityClasses(
        lexicon(
            (Map<String, List<String>>)
                read("lexica/en-ambiguity-classes-simplified-lowercase.xz", Map.class)));
    lexica.setWordClusters(
        lexicon(
            (Map<String, Set<String>>)
                read("lexica/en-brown-clusters-simplified-lowercase.xz", Map.class)));
    return lexica;
  }

  private static <T> GlobalLexicon<T> lexicon(T content) {
    return new GlobalLexicon<>(content, Field.word_form_simplified_lowercase, null);
  }

  @SuppressWarnings("unchecked") // the components of nlp4j-english are of this kind
  private static NLPComponent<NLPNode> component(String name) {
    OnlineComponent<NLPNode, ?> component =
        (OnlineComponent<NLPNode, ?>) read(name, OnlineComponent.class);
    component.setFlag(NLPFlag.DECODE);
    return component;
  }

  private static Object read(String name, Class<?> kind) {
    String resource = ROOT + name;
    try (InputStream bytes = EnglishModels.class.getResourceAsStream(resource)) {
      if (bytes == null) {
        throw new UnusableModelException(
            "the model "
                + resource
                + " is not on the class path: put the jar of nlp4j-english beside the plugin's",
            null);
      }
      Object model = SerializedObjects.read(new XZInputStream(new BufferedInputStream(bytes)));
      if (!kind.isInstance(model)) {
        throw new UnusableModelException(
            "refused to load " + resource + ": it holds " + model.getClass().getName(), null);
      }
      return model;
    } catch (IOException e) {
      throw new UnusableModelException(
          "refused to load "
              + resource
              + ": "
              + e.getMessage()
              + "; take the jar of nlp4j-english anew",
          e);
    }
  }
}
