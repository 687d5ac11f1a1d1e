package org.relunet.network;

import com.google.inject.Guice;
import com.google.inject.Module;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.relunet.api.plugin.Encoder;
import org.relunet.api.plugin.Extractor;
import org.relunet.api.syntax.DependencyTree;
import org.relunet.api.text.TokenSpan;
import org.relunet.api.triple.RelationSchema;
import org.relunet.api.triple.WordTriple;
import org.relunet.encoder.transformer.FineTuning;
import org.relunet.encoder.transformer.LoraSettings;
import org.relunet.encoder.transformer.RandomEncoderSettings;
import org.relunet.encoder.transformer.TransformerPlugin;
import org.relunet.encoder.transformer.TransformerSettings;
import org.relunet.extractor.casrel.CasRelPlugin;
import org.relunet.extractor.casrel.CasRelSettings;
import org.relunet.extractor.casrel.CasRelSettings.SpanPairing;
import org.relunet.extractor.casrel.CasRelSettings.WrongSubjects;
import org.relunet.graph.convolution.Aggregator;
import org.relunet.graph.loss.LossSettings;
import org.relunet.graph.part.EncoderPart;
import org.relunet.graph.part.ExtractorPart;
import org.relunet.graph.pooling.AssignmentInput;
import org.relunet.graph.pooling.AssignmentNormalization;
import org.relunet.graph.pooling.GraphUnpooling;
import org.relunet.graph.unet.RelUNetSettings;

/** Real networks of few parameters: two layers of 32 units, two relations, a core of two nodes. */
final class TinyNetworks {
  static final List<String> RELATIONS = List.of("country", "city");
  static final NetworkSettings SETTINGS =
      new NetworkSettings(
          NetworkSettings.WordPooling.MEAN,
          NetworkSettings.Edges.DEPENDENCY,
          NetworkSettings.EdgeDirection.UNDIRECTED,
          false,
          List.of(),
          false);
  static final LossSettings LOSSES =
      new LossSettings(
          1,
          0.1,
          LossSettings.Matching.CONTRASTIVE,
          false,
          LossSettings.Similarity.PAPER,
          false,
          0,
          0,
          1,
          0);
  static final SessionSettings THREADS = new SessionSettings(1, 1);

  private static final Path TINY_BERT = tinyBert();

  private TinyNetworks() {}

  /** All layers trained, none dropped out. */
  static NetworkParts parts() {
    return parts(FineTuning.FULL, true);
  }

  /** The lower of two layers, and the embeddings, frozen. */
  static NetworkParts partlyFrozen() {
    return parts(FineTuning.TOP_LAYERS, true);
  }

  /** Words that hear their neighbours in the given directions, and by labels. */
  static NetworkParts labelled(NetworkSettings.EdgeDirection direction) {
    return withSettings(
        new NetworkSettings(
            NetworkSettings.WordPooling.MEAN,
            NetworkSettings.Edges.DEPENDENCY,
            direction,
            true,
            List.of("nsubj", "obj", "dep"),
            false));
  }

  /** The same with other settings of the words. */
  static NetworkParts withSettings(NetworkSettings settings) {
    NetworkParts parts = parts();
    return new NetworkParts(parts.encoder(), parts.relunet(), parts.extractor(), settings);
  }

  static NetworkParts parts(FineTuning fineTuning, boolean relunet) {
    TransformerSettings encoder =
        new TransformerSettings(
            TINY_BERT.toString(),
            fineTuning,
            1,
            new LoraSettings(2, 4, LoraSettings.Targets.ALL),
            0.1,
            0.1,
            new RandomEncoderSettings(2, 16, 2, 32, 64, TINY_BERT.toString()));
    return new NetworkParts(
        (EncoderPart)
            Guice.createInjector(new TransformerPlugin().module(encoder))
                .getInstance(Encoder.class),
        unet(relunet),
        extractor(RELATIONS),
        SETTINGS);
  }

  static ExtractorPart extractor(List<String> relations) {
    CasRelSettings settings =
        new CasRelSettings(
            0.3,
            0,
            0,
            CasRelSettings.ObjectHead.HIDDEN,
            16,
            0.1,
            WrongSubjects.NONE,
            SpanPairing.NEAREST);
    Module schema =
        binder -> binder.bind(RelationSchema.class).toInstance(new RelationSchema(relations));
    return (ExtractorPart)
        Guice.createInjector(schema, new CasRelPlugin().module(settings))
            .getInstance(Extractor.class);
  }

  private static RelUNetSettings unet(boolean enabled) {
    return new RelUNetSettings(
        enabled,
        RelUNetSettings.Pooling.MINCUT,
        List.of(4, 2),
        1,
        RelUNetSettings.Convolution.SAGE,
        Aggregator.WEIGHTED_MEAN,
        2,
        AssignmentNormalization.NODES,
        AssignmentInput.CONVOLVED,
        8,
        1,
        GraphUnpooling.Skip.ADD,
        RelUNetSettings.SkipSource.INPUT,
        false,
        RelUNetSettings.NodeNormalization.NONE,
        RelUNetSettings.Normalization.NONE,
        RelUNetSettings.Normalization.LAYER_NORM,
        0.1,
        0);
  }

  private static Path tinyBert() {
    try {
      return Path.of(TinyNetworks.class.getResource("/tiny-bert/config.json").toURI()).getParent();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The words under a tree in which each depends on the one before it. */
  static NumericSentence sentence(NetworkParts parts, String text) {
    List<String> words = List.of(text.split(" "));
    return new NumericSentence(
        parts.encoder().pieces(words),
        chain(words.size()),
        words.stream().map(WordForm::of).toList());
  }

  static DependencyTree chain(int words) {
    int[] heads = new int[words];
    List<String> labels = new ArrayList<>();
    for (int word = 0; word < words; word++) {
      heads[word] = word - 1;
      labels.add(word == 0 ? "root" : "dep");
    }
    return new DependencyTree(heads, labels);
  }

  /** Three sentences with their triples. */
  static List<LabelledSentence> examples(NetworkParts parts) {
    return List.of(
        new LabelledSentence(
            0, sentence(parts, "Aarhus is in Denmark"), List.of(triple(0, 0, 0, 3, 3))),
        new LabelledSentence(
            1,
            sentence(parts, "Burg Airport was in the city of Dijon , Spain ."),
            List.of(triple(0, 1, 1, 7, 7), triple(7, 7, 0, 9, 9))),
        new LabelledSentence(2, sentence(parts, "Alan Bean and Texas"), List.of()));
  }

  static WordTriple triple(
      int subjectFirst, int subjectLast, int relation, int objectFirst, int objectLast) {
    return new WordTriple(
        new TokenSpan(subjectFirst, subjectLast), relation, new TokenSpan(objectFirst, objectLast));
  }
}
