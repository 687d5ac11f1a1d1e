package org.relunet.corpus.passages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.relunet.corpus.AnnotatedText;
import org.relunet.corpus.CorpusException;
import org.relunet.corpus.LocatedEntity;
import org.relunet.corpus.format.CorpusReader;
import org.relunet.corpus.format.DocumentReader;

class PassagesTest {
  private static final String DOCUMENT =
      "{'id':'d','text':'😀 Ann met Bo. Ann left. Bo and Cy sang.',"
          + "'sentences':[{'start':0,'end':13,'words':4},{'start':14,'end':23,'words':2},"
          + "{'start':24,'end':39,'words':4}],"
          + "'entities':[{'type':'PER','mentions':[{'sentence':1,'start':14,'end':17},"
          + "{'sentence':0,'start':2,'end':5,'text':'Ann'}]},"
          + "{'mentions':[{'sentence':0,'start':10,'end':12},{'sentence':2,'start':24,'end':26}]},"
          + "{'type':'PER','mentions':[{'sentence':2,'start':31,'end':33}]}],"
          + "'facts':[{'subject':0,'relation':'knows','object':1,'evidence':[0]},"
          + "{'subject':0,'relation':'sees','object':2,'evidence':[0,2]},"
          + "{'subject':1,'relation':'with','object':2}]}";

  @TempDir Path folder;

  @Test
  void takesWholeSentencesAndTheFactsWhoseEvidenceIsThere() throws IOException {
    List<AnnotatedText> passages = passages(6);

    assertThat(passages).extracting(AnnotatedText::id).containsExactly("d-0-1", "d-1-2");
    assertThat(passages)
        .extracting(AnnotatedText::text)
        .containsExactly("😀 Ann met Bo. Ann left.", "Ann left. Bo and Cy sang.");
    assertThat(passages.get(0).textTriples().toString()).contains("knows").doesNotContain("sees");
    // Ann of the first sentence, which is the evidence, though the second one's stands as near
    assertThat(((LocatedEntity) passages.get(0).triples().get(0).subject()).span().start())
        .isEqualTo(3);
    assertThat(passages.get(1).triples())
        .extracting(triple -> triple.subject().text() + " " + triple.relation())
        .containsExactly("Bo with");
    assertThat(passages.get(0).entities().orElseThrow())
        .extracting(entity -> entity.span().start() + entity.type())
        .containsExactly("3PER", "11", "15PER");
  }

  @Test
  void oneWordGivesSentencesAndManyGiveTheDocument() throws IOException {
    assertThat(passages(1))
        .extracting(AnnotatedText::id)
        .containsExactly("d-0-0", "d-1-1", "d-2-2");
    List<AnnotatedText> whole = passages(100);
    assertThat(whole).extracting(AnnotatedText::id).containsExactly("d-0-2");
    assertThat(whole.get(0).triples())
        .extracting(triple -> triple.relation())
        .containsExactly("knows", "sees", "with");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          'evidence':[0,2]     | 'evidence':[0,3]      | document 1: 'd': fact 1 of 'facts': 'evidence' names number 3, but the document has 3 sentences
          'start':31,'end':33  | 'start':31,'end':99   | entity 2 of 'entities': mention 0 of 'mentions': 'start' and 'end' reach from 31 to 99, but the text has 39
          'sentence':1,        | 'sentence':0,         | entity 0 of 'entities': mention 0 of 'mentions': 'start' and 'end' do not lie inside the sentence 0
          'text':'Ann'}        | 'text':'Bob'}         | 'text' is 'Bob', but 'Ann' stands there
          'words':2            | 'words':0             | sentence 1 of 'sentences': 'words' must be 1 at least
          'start':14,'end':23, | 'start':4,'end':23,   | sentence 1 of 'sentences': 'start' lies before
          'object':1           | 'object':-1           | fact 0 of 'facts': 'object' names number -1
          'object':1           | 'object':'1'          | 'object' must be a whole number
          'relation':'with',   | 'x':1,                | fact 2 of 'facts': the key 'relation' is missing
          'id':'d'             | 'id':' '              | 'id' is blank
          """)
  void namesDocumentAndKeyOfWhatIsWrong(String right, String wrong, String message)
      throws IOException {
    assertThat(DOCUMENT).contains(right);
    Path file = file("bad.jsonl", "\n" + DOCUMENT.replace(right, wrong));

    assertThatThrownBy(() -> new DocumentReader().read(file))
        .isInstanceOf(CorpusException.class)
        .hasMessageStartingWith(file + ":2: document 1: ")
        .hasMessageContaining(message);
  }

  @Test
  void refusesWhatHoldsNoDocuments() throws IOException {
    Path empty = file("empty.jsonl", "\n\n");
    Path packed = file("plain.jsonl.gz", DOCUMENT);
    Path missing = folder.resolve("missing");

    assertThatThrownBy(() -> new DocumentReader().read(empty))
        .hasMessageContaining(empty + ": holds no document");
    assertThatThrownBy(() -> new DocumentReader().read(packed))
        .hasMessageContaining("it is not compressed by gzip");
    assertThatThrownBy(() -> new DocumentReader().read(missing))
        .hasMessageContaining("no such file");
  }

  @Test
  void readsPackedFiles() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream packed = new GZIPOutputStream(bytes)) {
      packed.write("{\"text\":\"x\",\"triples\":[]}".getBytes(StandardCharsets.UTF_8));
    }
    Path file = Files.write(folder.resolve("a.jsonl.gz"), bytes.toByteArray());

    assertThat(new CorpusReader().read(file)).extracting(AnnotatedText::text).containsExactly("x");
  }

  private List<AnnotatedText> passages(int words) throws IOException {
    return new Passages(words).of(new DocumentReader().read(file("d.jsonl", DOCUMENT)).get(0));
  }

  private Path file(String name, String lines) throws IOException {
    return Files.writeString(folder.resolve(name), lines.replace('\'', '"'));
  }
}
