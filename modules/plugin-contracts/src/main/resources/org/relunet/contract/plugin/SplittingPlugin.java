package org.example;

import com.google.inject.Module;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.relunet.api.plugin.Tokenizer;
import org.relunet.api.plugin.TokenizerPlugin;
import org.relunet.api.setting.Setting;
import org.relunet.api.text.CharacterSpan;
import org.relunet.api.text.Document;
import org.relunet.api.text.Sentence;
import org.relunet.api.text.Token;

/** An example: a document is one sentence, and a separator parts its words. */
public final class SplittingPlugin implements TokenizerPlugin<SplittingPlugin.Settings> {
  private static final Pattern VISIBLE = Pattern.compile("[^\\p{Z}\\p{Cc}\\p{Cf}]");

  public record Settings(
      @Setting(help = "What parts two words.", defaultValue = "' '") String separator) {}

  @Override
  public String name() {
    return "splitting";
  }

  @Override
  public Class<Settings> settings() {
    return Settings.class;
  }

  @Override
  public Module module(Settings settings) {
    Tokenizer tokenizer = new Splitter(settings.separator());
    return binder -> binder.bind(Tokenizer.class).toInstance(tokenizer);
  }

  private record Splitter(String separator) implements Tokenizer {
    @Override
    public List<Sentence> tokenize(Document document) {
      String text = document.text();
      List<CharacterSpan> words = new ArrayList<>();
      int start = 0;
      while (start < text.length()) {
        int found = text.indexOf(separator, start);
        int end = found < 0 ? text.length() : found;
        if (VISIBLE.matcher(text.substring(start, end)).find()) {
          words.add(new CharacterSpan(start, end));
        }
        start = end + separator.length();
      }
      return tokenize(document, words);
    }

    @Override
    public List<Sentence> tokenize(Document document, List<CharacterSpan> words) {
      if (words.isEmpty()) {
        return List.of();
      }
      String text = document.text();
      List<Token> tokens = new ArrayList<>();
      for (CharacterSpan word : words) {
        tokens.add(new Token(text.substring(word.start(), word.end()), word, Token.NO_TAG));
      }
      return List.of(new Sentence(new CharacterSpan(0, text.length()), tokens));
    }
  }
}
