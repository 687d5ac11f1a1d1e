package org.relunet.pipeline.fact;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.relunet.api.text.CharacterSpan;
import org.relunet.api.text.CodePointOffsets;
import org.relunet.api.triple.Extraction;
import org.relunet.api.triple.Mention;
import org.relunet.pipeline.name.Iri;
import org.relunet.pipeline.name.Name;

/** Which mentions of a document name the same entity. In doubt they name two. */
final class DocumentNames {
  private static final Set<String> PRONOUNS =
      Set.of(
          "i",
          "you",
          "he",
          "she",
          "it",
          "we",
          "they",
          "me",
          "him",
          "her",
          "us",
          "them",
          "his",
          "hers",
          "its",
          "their",
          "theirs",
          "our",
          "ours",
          "my",
          "mine",
          "your",
          "yours",
          "who",
          "whom",
          "whose",
          "which",
          "that",
          "this",
          "these",
          "those",
          "himself",
          "herself",
          "itself",
          "themselves",
          "one",
          "both",
          "another",
          "others");
  private static final Set<String> DETERMINERS =
      Set.of(
          "the", "a", "an", "this", "that", "these", "those", "his", "her", "its", "their", "our",
          "my", "your", "whose", "each", "every", "some", "such", "another", "both", "one");

  private final CodePointOffsets offsets;
  private final Acronyms acronyms;
  private final Surnames surnames;

  DocumentNames(Extraction extraction) {
    String text = extraction.document().text();
    List<Word> words = Word.of(text);
    offsets = new CodePointOffsets(text);
    acronyms = new Acronyms(text, words);
    surnames = new Surnames(extraction, words);
  }

  /** The entity's key, as {@link FactEntity#key()} describes it. */
  String key(Mention mention) {
    if (isNoName(mention.text())) {
      CharacterSpan span = offsets.toCodePoints(mention.span());
      return "@" + span.start() + "-" + span.end();
    }
    String name = withoutArticle(mention.text());
    Optional<String> full = acronyms.name(name).map(DocumentNames::withoutArticle);
    return Iri.encode(full.or(() -> surnames.name(mention, name)).orElse(name));
  }

  /** The name, without the article before a capital: "the Beatles" are "Beatles". */
  static String withoutArticle(String text) {
    String name = Name.of(text);
    boolean article =
        name.length() > 4
            && name.substring(0, 4).equalsIgnoreCase("the ")
            && Character.isUpperCase(name.codePointAt(4));
    return article ? name.substring(4) : name;
  }

  /** "she" and "the company": what it means depends on where it stands. */
  private static boolean isNoName(String text) {
    List<Word> words = Word.of(text);
    if (words.isEmpty()) {
      return false;
    }
    String word = words.get(0).text();
    if (word.length() > 1 && word.equals(word.toUpperCase(Locale.ROOT))) {
      return false; // WHO, IT and US are names
    }
    String first = word.toLowerCase(Locale.ROOT);
    return words.size() == 1
        ? PRONOUNS.contains(first)
        : DETERMINERS.contains(first) && Character.isLowerCase(words.get(1).text().codePointAt(0));
  }
}
