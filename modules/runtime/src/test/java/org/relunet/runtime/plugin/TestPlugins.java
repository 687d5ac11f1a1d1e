package org.relunet.runtime.plugin;

import com.google.inject.AbstractModule;
import com.google.inject.Inject;
import com.google.inject.Module;
import com.google.inject.PrivateModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import org.relunet.api.plugin.Encoder;
import org.relunet.api.plugin.EncoderPlugin;
import org.relunet.api.plugin.Extractor;
import org.relunet.api.plugin.ExtractorPlugin;
import org.relunet.api.plugin.Parser;
import org.relunet.api.plugin.ParserPlugin;
import org.relunet.api.plugin.PieceSequence;
import org.relunet.api.plugin.PretrainedBase;
import org.relunet.api.plugin.Tokenizer;
import org.relunet.api.plugin.TokenizerPlugin;
import org.relunet.api.setting.Setting;
import org.relunet.api.syntax.DependencyTree;
import org.relunet.api.text.CharacterSpan;
import org.relunet.api.text.Document;
import org.relunet.api.text.Sentence;
import org.relunet.api.triple.RelationSchema;

/** A plugin of each kind, the smallest that can be wired. */
final class TestPlugins {
  private TestPlugins() {}

  record NoSettings() {}

  record WidthSettings(
      @Setting(help = "Length of a vector.", defaultValue = "4", minimum = 1) int width) {}

  record SilentTokenizer() implements Tokenizer {
    @Override
    public List<Sentence> tokenize(Document document) {
      return List.of();
    }

    @Override
    public List<Sentence> tokenize(Document document, List<CharacterSpan> words) {
      return List.of();
    }
  }

  public static final class SilentTokenizerPlugin implements TokenizerPlugin<NoSettings> {
    @Override
    public String name() {
      return "test-silent";
    }

    @Override
    public Class<NoSettings> settings() {
      return NoSettings.class;
    }

    @Override
    public Module module(NoSettings settings) {
      return binder -> binder.bind(Tokenizer.class).toInstance(new SilentTokenizer());
    }
  }

  /** Hangs every word on the first. */
  static final class FlatParser implements Parser {
    @Override
    public DependencyTree parse(Sentence sentence) {
      int[] heads = new int[sentence.size()];
      heads[0] = DependencyTree.ROOT;
      return new DependencyTree(heads, Collections.nCopies(heads.length, "dep"));
    }
  }

  public static final class FlatParserPlugin implements ParserPlugin<NoSettings> {
    @Override
    public String name() {
      return "test-flat";
    }

    @Override
    public Class<NoSettings> settings() {
      return NoSettings.class;
    }

    @Override
    public Module module(NoSettings settings) {
      return new PrivateModule() {
        @Override
        protected void configure() {
          bind(Parser.class).to(FlatParser.class).in(Singleton.class);
          expose(Parser.class);
        }
      };
    }
  }

  record FixedEncoder(int width) implements Encoder {
    @Override
    public int maximumPieces() {
      return 16;
    }

    @Override
    public PretrainedBase base() {
      throw new UnsupportedOperationException("made of no file");
    }

    @Override
    public PieceSequence pieces(List<String> words) {
      return new PieceSequence(new int[0], new int[0], words.size());
    }

    @Override
    public SortedMap<String, byte[]> tokenizerFiles() {
      throw new UnsupportedOperationException("made of no file");
    }
  }

  public static final class FixedEncoderPlugin implements EncoderPlugin<WidthSettings> {
    @Override
    public String name() {
      return "test-fixed";
    }

    @Override
    public Class<WidthSettings> settings() {
      return WidthSettings.class;
    }

    @Override
    public Module module(WidthSettings settings) {
      return binder -> binder.bind(Encoder.class).toInstance(new FixedEncoder(settings.width()));
    }
  }

  record SchemaExtractor(RelationSchema schema) implements Extractor {}

  public static final class SchemaExtractorPlugin implements ExtractorPlugin<NoSettings> {
    @Override
    public String name() {
      return "test-schema";
    }

    @Override
    public Class<NoSettings> settings() {
      return NoSettings.class;
    }

    @Override
    public Module module(NoSettings settings) {
      return new AbstractModule() {
        @Provides
        @Singleton
        @Inject
        Extractor extractor(RelationSchema schema) {
          return new SchemaExtractor(schema);
        }
      };
    }
  }
}
