package org.relunet.corpus.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.relunet.corpus.CorpusException;

class ForeignFileTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text,subject,relation,object\\nAnn met Bob,Ann,met,Bob | looks like a table (CSV)",
        "T1\\tPerson 0 3\\tAnn | brat",
        "1\\tAnn\\tann\\tPROPN\\n2\\tmet\\tmeet\\tVERB | columns separated by tabs",
        "<doc>Ann met Bob.</doc> | XML or HTML",
      })
  void saysWhatAFileLooksLike(String content, String said) throws IOException {
    assertRefused(
        content.strip().replace("\\n", "\n").replace("\\t", "\t").getBytes(StandardCharsets.UTF_8),
        said);
  }

  @ParameterizedTest
  @CsvSource({"UTF-16, iconv", "UTF-16LE, iconv", "UTF-16BE, iconv"})
  void saysHowToConvertUtf16(String charset, String said) throws IOException {
    assertRefused("{\"text\":\"Ann met Bob.\",\"triples\":[]}".getBytes(charset), said);
  }

  @Test
  void saysHowToUnpack() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write("{}".getBytes(StandardCharsets.UTF_8));
    }
    assertRefused(packed.toByteArray(), "gunzip");
    assertRefused(new byte[] {'P', 'K', 3, 4, 0}, "ZIP");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'vertexSet':[],'sents':[],'title':''} | DocRED",
        "{'tokens':[],'entities':[],'relations':[]} | SpERT",
        "{'data':{},'annotations':[]} | Label Studio",
        "{'text':'','entities':[],'relations':[]} | doccano",
        "{'text':'','spans':[],'relations':[]} | Prodigy",
      })
  void namesTheLayoutsOfOtherTools(String record, String said) throws IOException {
    assertRefused(record.replace('\'', '"').getBytes(StandardCharsets.UTF_8), said);
  }

  @Test
  void aParsersOwnSourcesAreLeftOut() throws IOException {
    assertThatThrownBy(
            () ->
                new CorpusReader().read(file("[{\"text\": \"a\"".getBytes(StandardCharsets.UTF_8))))
        .isInstanceOf(CorpusException.class)
        .hasMessageContaining("is not valid JSON")
        .hasMessageNotContaining("Source")
        .hasMessageNotContaining("REDACTED");
  }

  private void assertRefused(byte[] content, String said) throws IOException {
    Path file = file(content);
    assertThatThrownBy(() -> new CorpusReader().read(file))
        .isInstanceOf(CorpusException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining(said);
  }

  private Path file(byte[] content) throws IOException {
    return Files.write(folder.resolve("file"), content);
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheFile() throws IOException {
    Path file = folder.resolve("marked.jsonl");
    String line = "{\"id\": \"a, b\", \"text\": \"A, b\", \"triples\": []}\n";
    Files.writeString(file, "\uFEFF" + line + line);
    assertThat(new CorpusReader().read(file)).hasSize(2);
    Files.writeString(file, "\uFEFF\n[" + line + "]");
    assertThat(new CorpusReader().read(file)).hasSize(1);
  }

  @Test
  void aMentionWithoutATextIsToldWithItsPlace() throws IOException {
    Path file = folder.resolve("a.jsonl");
    String good = "{\"text\": \"A\"}";
    String bad = "{\"start\": 0, \"end\": 1}";
    String record =
        "{\"text\": \"A\", \"triples\": [{\"subject\": %s, \"relation\": \"r\", \"object\": %s}]}";
    Files.writeString(file, record.formatted(bad, good) + "\n" + record.formatted(good, bad));
    assertThatThrownBy(() -> new CorpusReader().read(file))
        .hasMessageContaining("record 1: triple 1: subject: the key 'text' is missing")
        .hasMessageContaining("record 2: triple 1: object: the key 'text' is missing");
  }
}
