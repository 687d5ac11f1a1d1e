package org.relunet.network;

import org.relunet.api.setting.Setting;

/** How sentences become the network's numbers. */
public record NetworkSettings(
    @Setting(
            help = "a word's vector; mean: of its pieces, first: its first piece",
            defaultValue = "mean")
        WordPooling wordPooling,
    @Setting(
            help =
                "edges between words; dependency: the parser's tree, chain: each word with the"
                    + " next, none",
            defaultValue = "dependency")
        Edges edges,
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

  /** Where the graph's edges come from; the last two ask whether syntax helps at all. */
  public enum Edges {
    DEPENDENCY,
    CHAIN,
    NONE
  }
}
