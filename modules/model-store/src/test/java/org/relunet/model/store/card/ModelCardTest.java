package org.relunet.model.store.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.relunet.api.triple.RelationSchema;
import org.relunet.model.store.ExamplePackage;
import org.relunet.model.store.manifest.EncoderBase;
import org.relunet.model.store.manifest.EncoderBase.BaseResource;
import org.relunet.model.store.provenance.DataFile;
import org.relunet.model.store.provenance.Provenance;

class ModelCardTest {
  private final Provenance provenance = ExamplePackage.provenance();

  @Test
  void statesDataLicenceScoresAndRelations() {
    String card = card(provenance);

    assertThat(card)
        .contains("| train | `train.json` | 120 | `" + "a".repeat(64) + "`")
        .contains("| WebNLG, CC BY-NC-SA 4.0 |")
        .contains("| f1 | 0.5000 |")
        .contains("epoch 2")
        .contains("`country`, `capital`")
        .contains("the 2 relations")
        .contains("## Limits");
  }

  @Test
  void warnsOfDataThatForbidsCommercialUse() {
    assertThat(card(provenance)).contains("forbids commercial use");
    assertThat(card(withLicence("CC BY-SA 4.0"))).doesNotContain("forbids commercial use");
  }

  @Test
  void saysWhereNoLicenceIsStated() {
    assertThat(card(provenance)).contains("| not stated |").contains("ask the owner of the data");
    assertThat(card(withLicence("CC0"))).doesNotContain("not stated");
  }

  @Test
  void doesNotInventScores() {
    Provenance unmeasured =
        new Provenance(
            provenance.configuration(),
            provenance.dataFiles(),
            provenance.seed(),
            provenance.versions(),
            provenance.started(),
            provenance.finished(),
            provenance.epochs(),
            provenance.bestEpoch(),
            Map.of(),
            Map.of("extractor.casrel.threshold", "0.4"),
            Map.of("parser.malt.model", "c".repeat(64)),
            Optional.of("tiny-0123456789ab"),
            List.of("large-0123456789ab"));

    assertThat(card(unmeasured))
        .contains("None was measured")
        .contains("started from model tiny-0123456789ab")
        .contains("- parser.malt.model: SHA-256 `cccc")
        .contains("chosen on the development data: extractor.casrel.threshold=0.4")
        .contains("what model large-0123456789ab makes of it");
  }

  @Test
  void namesMeanNothingInMarkdown() {
    RelationSchema relations = new RelationSchema(List.of("a\n\n# b", "`<script>"));
    Provenance licensed = withLicence("<b>CC0</b>\n# x");

    assertThat(new ModelCard("tiny", relations, licensed, Optional.empty()).toMarkdown())
        .contains("`a\\u000a\\u000a# b`, `'<script>`")
        .contains("| \\<b\\>CC0\\</b\\>\\\\u000a\\# x |");
  }

  @Test
  void namesTheEncoderThatIsNotInThePackage() {
    EncoderBase base =
        new EncoderBase(
            "group:encoder:1.0", List.of(new BaseResource("encoder.onnx", "c".repeat(64))));
    ModelCard card = new ModelCard("tiny", ExamplePackage.RELATIONS, provenance, Optional.of(base));

    assertThat(card.toMarkdown()).contains("`group:encoder:1.0`");
  }

  private static String card(Provenance provenance) {
    return new ModelCard("tiny", ExamplePackage.RELATIONS, provenance, Optional.empty())
        .toMarkdown();
  }

  private Provenance withLicence(String licence) {
    return new Provenance(
        provenance.configuration(),
        List.of(new DataFile("train", "train.json", 120, "a".repeat(64), licence)),
        provenance.seed(),
        provenance.versions(),
        provenance.started(),
        provenance.finished(),
        provenance.epochs(),
        provenance.bestEpoch(),
        provenance.scores(),
        Map.of(),
        Map.of(),
        provenance.parentModel(),
        List.of());
  }
}
