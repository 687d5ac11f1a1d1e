package org.relunet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataCommandTest {
  private static final String RECORD =
      "{\"id\":\"1\",\"text\":\"Ann works for Acme.\",\"triples\":[{\"subject\":{\"text\":\"Ann\","
          + "\"start\":0,\"end\":2},\"relation\":\"employer\",\"object\":{\"text\":\"Acme\","
          + "\"start\":14,\"end\":17}}]}";

  @TempDir Path directory;

  @Test
  void saysWhatIsWrongAndHowToReadIt() throws IOException {
    Path train = file("train.jsonl");
    Path dev = file("dev.jsonl");

    Program.Run wrong = Program.run("data", "check", "--train=" + train, "--dev=" + dev);
    Program.Run read =
        Program.run("data", "check", "--train=" + train, "--dev=" + dev, "--offsets=inclusive");

    assertThat(wrong.status()).isEqualTo(ExitStatus.DEAD_LETTERS);
    assertThat(wrong.out())
        .contains("--offsets inclusive")
        .contains("1 of 1 texts of " + dev + " stand in " + train + " too")
        .contains("only 1 text has triples")
        .contains("dropped 1 triple: offsets do not match the text: see the offsets above")
        .doesNotContain("should stand where");
    assertThat(read.out())
        .doesNotContain("--offsets")
        .contains("1 of 1 texts and 1 of 1 triples can be used");
  }

  @Test
  void dividesTextsAndScoresTheTableOfTheirTriples() throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 40; i++) {
      lines.append(
          "{\"text\":\"Ann%d met Bob.\",\"triples\":[{\"subject\":{\"text\":\"Ann%d\"},\"relation\":\"met\",\"object\":{\"text\":\"Bob\"}}]}\n"
              .formatted(i / 2, i / 2)
              .replace("Bob.", "Bob on day " + i + "."));
    }
    Path data = Files.writeString(directory.resolve("all.jsonl"), lines);
    Path output = directory.resolve("split");

    Program.Run split =
        Program.run(
            "data", "split", "--data=" + data, "--by=subject", "--share=0.1", "--output=" + output);
    Program.Run unseen =
        Program.run(
            "evaluate",
            "--baseline=lookup",
            "--seen=" + output.resolve("train.jsonl"),
            "--data=" + output.resolve("test.jsonl"));
    Program.Run seen =
        Program.run(
            "evaluate",
            "--baseline=lookup",
            "--seen=" + data,
            "--data=" + output.resolve("test.jsonl"));

    assertThat(split.out()).contains("36 texts in ").contains("4 in ");
    assertThat(unseen.out()).containsPattern("all texts +4 +0\\.0 +0\\.0 +0\\.0 +4");
    assertThat(seen.out()).containsPattern("all texts +4 +100\\.0 +100\\.0 +100\\.0 +4");
    assertThat(seen.out()).containsPattern("triples seen in training +100\\.0");
  }

  @Test
  void entitiesByTheirLastWordsAreOneCommandAwayFromWholeOnes() throws IOException {
    Path data =
        Files.writeString(
            directory.resolve("nyt.jsonl"),
            ("{'sentText':'Ann Lee of New York met Lee , Mich .','relationMentions':["
                    + "{'em1Text':'Ann Lee','em2Text':'New York','label':'/lives'},"
                    + "{'em1Text':'Ann Lee','em2Text':'New York','label':'/lives'},"
                    + "{'em1Text':'Ann Lee','em2Text':'Lee','label':'None'}],"
                    + "'entityMentions':[{'text':'Ann Lee','label':'PERSON'},"
                    + "{'text':'New York','label':'LOCATION'},{'text':'Lee','label':'PERSON'},"
                    + "{'text':'Michigan','label':'LOCATION'}]}\n")
                .replace('\'', '"'));
    Path stars = directory.resolve("new/stars.jsonl");

    Program.Run convert =
        Program.run(
            "data", "convert", "--data=" + data, "--entities=last-word", "--output=" + stars);
    Program.Run score =
        Program.run("evaluate", "--baseline=lookup", "--seen=" + stars, "--data=" + stars);

    assertThat(convert.status()).isEqualTo(ExitStatus.DONE);
    assertThat(convert.out()).contains("1 text in " + stars);
    assertThat(convert.err()).contains("not in their texts, 1 in all: nyt-1: 'Michigan'");
    String triple =
        "{'subject':{'text':'Lee'},'relation':'/lives','object':{'text':'York'}}"
            .replace('\'', '"');
    assertThat(Files.readString(stars))
        .isEqualTo(
            ("{'id':'nyt-1','text':'Ann Lee of New York met Lee , Mich .','triples':[%s,%s],"
                    + "'entities':[{'start':4,'end':7,'type':'PERSON'},"
                    + "{'start':15,'end':19,'type':'LOCATION'},"
                    + "{'start':24,'end':27,'type':'PERSON'}]}\n")
                .replace('\'', '"')
                .formatted(triple, triple));
    assertThat(score.out()).containsPattern("all texts +1 ");
  }

  @Test
  void offsetsOfAnotherUnitAreToldBeforeEntitiesAreCut() throws IOException {
    Path output = directory.resolve("stars.jsonl");
    String[] convert = {
      "data",
      "convert",
      "--data=" + file("a.jsonl"),
      "--entities=last-word",
      "--output=" + output,
      ""
    };

    convert[5] = "--offsets=code-points";
    Program.Run wrong = Program.run(convert);
    convert[5] = "--offsets=inclusive";
    Program.Run right = Program.run(convert);

    assertThat(wrong.err()).contains("text '1': the offsets of 'Ann' name other characters");
    assertThat(wrong.status()).isNotEqualTo(ExitStatus.DONE);
    assertThat(right.status()).isEqualTo(ExitStatus.DONE);
    assertThat(Files.readString(output)).contains("\"Ann\",\"start\":0,\"end\":3");
  }

  @Test
  void aNumberOfTextsIsTakenWithoutTheirLikesOnTheOtherSide() throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 60; i++) {
      // every third text repeats the one before, but for one word
      int person = i % 3 == 2 ? i - 1 : i;
      lines.append(
          "{\"text\":\"P%d went to the town of T%d with a friend of hers %s .\",\"triples\":[]}\n"
              .formatted(person, person, i % 3 == 2 ? "today" : "again")
              .replaceAll("([PT])(\\d+)", "$1" + "x".repeat(person + 1)));
    }
    Path data = Files.writeString(directory.resolve("all.jsonl"), lines);
    Path output = directory.resolve("split");

    Program.Run split =
        Program.run(
            "data", "split", "--data=" + data, "--by=wording", "--texts=7", "--output=" + output);
    Program.Run both =
        Program.run(
            "data", "split", "--data=" + data, "--share=0.1", "--texts=7", "--output=" + output);
    Program.Run tooMany =
        Program.run("data", "split", "--data=" + data, "--texts=61", "--output=" + output);

    assertThat(split.out()).contains("53 texts in ").contains("7 in ");
    Set<String> learned = names(output.resolve("train.jsonl"));
    assertThat(learned).doesNotContainAnyElementsOf(names(output.resolve("test.jsonl")));
    assertThat(both.status()).isEqualTo(ExitStatus.USAGE);
    assertThat(both.err()).contains("--share and --texts say the same");
    assertThat(tooMany.err()).contains("61 texts cannot be taken out of 60");
  }

  private static Set<String> names(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .map(line -> line.replaceAll(".*\"text\":\"(P\\w+) .*", "$1"))
        .collect(Collectors.toSet());
  }

  @Test
  void theConfidenceIsNotChosenOnTheFileThatIsScored() throws IOException {
    Path data = file("a.jsonl");
    Program.Run run = Program.run("evaluate", "--data=" + data, "--tune=" + data);

    assertThat(run.status()).isEqualTo(ExitStatus.USAGE);
    assertThat(run.err()).contains("--tune names the file that is scored");
  }

  @Test
  void aBaselineWithoutTrainingTextsIsRefused() throws IOException {
    Program.Run run = Program.run("evaluate", "--baseline=lookup", "--data=" + file("a.jsonl"));

    assertThat(run.status()).isEqualTo(ExitStatus.USAGE);
    assertThat(run.err()).contains("name them by --seen");
  }

  private Path file(String name) throws IOException {
    return Files.writeString(directory.resolve(name), RECORD + "\n");
  }
}
