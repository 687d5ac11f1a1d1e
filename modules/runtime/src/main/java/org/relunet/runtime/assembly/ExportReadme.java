package org.relunet.runtime.assembly;

import java.util.List;
import java.util.Set;
import org.relunet.common.messages.PlainMarkdown;
import org.relunet.model.store.PackageLayout;
import org.relunet.network.ServingSignature;
import org.relunet.network.TensorDescription;

/**
 * What stands beside an exported model: how to feed it and how to read its outputs.
 *
 * @param version of the model
 * @param tokenizer name of the plugin that splits texts into words
 * @param parser name of the plugin that finds trees
 * @param encoderBase where the pre-trained encoder was had
 * @param tokenizerFiles names of the piece tokenizer's files
 * @param signature of the model
 */
record ExportReadme(
    String version,
    String tokenizer,
    String parser,
    String encoderBase,
    Set<String> tokenizerFiles,
    ServingSignature signature) {

  /** Markdown that ends with a line feed. */
  String toMarkdown() {
    StringBuilder text = new StringBuilder();
    text.append(
        """
        # %1$s

        A RelU-Net model as a complete TensorFlow SavedModel: it takes sentences and gives relational
        triples. The pre-trained encoder, %2$s, is in it.

        | file | holds |
        |---|---|
        | `saved_model.pb`, `variables/` | the model, for any TensorFlow |
        | %3$s | the piece tokenizer |
        | `%4$s` | the relations: the first has the number 0 |
        | `%5$s` | the tables below, for programs |
        | `%6$s` | training data and its licence, scores, limits |

        ## Feeding it
        Words and trees come from elsewhere: the model was made for the words of RelU-Net's tokenizer
        %7$s and the trees of its parser %8$s. Give the words of a sentence to the piece tokenizer
        as words that are split already, with special pieces and without truncation; it tells the word
        of each piece. B sentences are padded to L pieces and N words; -1 is any length.

        Signature `%9$s`, inputs:

        """
            .formatted(
                version,
                PlainMarkdown.code(encoderBase),
                String.join(
                    ", ",
                    tokenizerFiles.stream()
                        .map(name -> PlainMarkdown.codeCell(PackageLayout.TOKENIZER + "/" + name))
                        .toList()),
                PackageLayout.RELATIONS,
                ModelExport.SIGNATURE,
                PackageLayout.MODEL_CARD,
                PlainMarkdown.code(tokenizer),
                PlainMarkdown.code(parser),
                signature.name()));
    table(signature.inputs(), text);
    text.append("\n## Reading it\n");
    table(signature.outputs(), text);
    return text.toString();
  }

  private static void table(List<TensorDescription> tensors, StringBuilder text) {
    text.append("| name | type | shape | meaning |\n|---|---|---|---|\n");
    for (TensorDescription tensor : tensors) {
      text.append(
          "| `%s` | `%s` | %s | %s |\n"
              .formatted(
                  tensor.name(),
                  tensor.type(),
                  tensor.shape(),
                  tensor.meaning().replace("|", "\\|")));
    }
  }
}
