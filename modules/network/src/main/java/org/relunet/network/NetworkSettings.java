package org.relunet.network;

import java.util.HashSet;
import java.util.List;
import org.relunet.api.setting.Setting;

/** How sentences become the network's numbers. */
public record NetworkSettings(
    @Setting(
            help = "a word's vector; mean: of its pieces, first: its first piece",
            defaultValue = "mean")
        WordPooling wordPooling,
    @Setting(
            help =
                "edges between words; dependency: the parser's tree, shuffled: a tree of the same"
                    + " shape whose words have changed places at random, the same way whenever the"
                    + " sentence is read, chain: each word with the next, none",
            defaultValue = "dependency")
        Edges edges,
    @Setting(
            help =
                "whom a word hears in the convolutions over the words; undirected: its head and its"
                    + " dependents alike (paper), directed: its head alone, both: head and"
                    + " dependents, each with weights of their own. What is pooled has no direction",
            defaultValue = "undirected")
        EdgeDirection edgeDirection,
    @Setting(
            help =
                "whether each dependency relation has two learned factors by which words hear along"
                    + " its edges, from the head and from the dependent; they begin at 1. Not in the"
                    + " paper",
            defaultValue = "false")
        boolean edgeLabels,
    @Setting(
            help =
                "the relations that have such factors of their own, stored with the model; of a"
                    + " relation with a subtype, such as nsubj:pass, that before the colon, where the"
                    + " whole is not among them. All others share two",
            defaultValue =
                "[acl, advcl, advmod, amod, appos, aux, case, cc, ccomp, clf, compound, conj, cop,"
                    + " csubj, dep, det, discourse, dislocated, expl, fixed, flat, goeswith, iobj,"
                    + " list, mark, nmod, nsubj, nummod, obj, obl, orphan, parataxis, punct,"
                    + " reparandum, root, vocative, xcomp]",
            namesFile = false)
        List<String> edgeLabelNames,
    @Setting(
            help =
                "add to each word's vector learned ones for how the word and its neighbours are"
                    + " written: small letters, a capital first, capitals, mixed, digits, other. For"
                    + " encoders that don't see case, such as bge-small-en-v1.5; not in the paper",
            defaultValue = "false")
        boolean wordForms) {

  /** How pieces make a word. */
  public enum WordPooling {
    MEAN,
    FIRST
  }

  /** Each word of a batch has as many inputs. */
  private static final int MOST_LABELS = 500;

  public NetworkSettings {
    edgeLabelNames = List.copyOf(edgeLabelNames);
    if (new HashSet<>(edgeLabelNames).size() < edgeLabelNames.size()) {
      throw new IllegalArgumentException(
          "edge-label-names: a relation stands there twice: " + edgeLabelNames);
    }
    if (edgeLabelNames.size() > MOST_LABELS) {
      throw new IllegalArgumentException(
          "edge-label-names: at most %d relations are possible, but there are %d"
              .formatted(MOST_LABELS, edgeLabelNames.size()));
    }
  }

  /** Whether the network must know which end of an edge is the head. */
  boolean tellsHeads() {
    return edgeLabels || edgeDirection != EdgeDirection.UNDIRECTED;
  }

  /** Which of a word's neighbours it hears. */
  public enum EdgeDirection {
    UNDIRECTED,
    DIRECTED,
    BOTH
  }

  /** Where the graph's edges come from; all but the first ask whether syntax helps at all. */
  public enum Edges {
    DEPENDENCY,
    SHUFFLED,
    CHAIN,
    NONE
  }
}
