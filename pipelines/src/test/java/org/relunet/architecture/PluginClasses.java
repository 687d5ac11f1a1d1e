package org.relunet.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The classes of plugins, each plugin a slice: {@code org.relunet.parser.malt} and below, say. What
 * trains tagger and parser is none, though it stands beside the parsers.
 */
final class PluginClasses extends DescribedPredicate<JavaClass> implements SliceAssignment {
  private static final Pattern PLUGIN =
      Pattern.compile(
          "org\\.relunet\\.(tokenizer|parser|encoder|extractor)\\.(?!training\\b)(\\w+)\\b.*");

  PluginClasses() {
    super("the class of a plugin");
  }

  @Override
  public boolean test(JavaClass type) {
    return PLUGIN.matcher(type.getPackageName()).matches();
  }

  @Override
  public SliceIdentifier getIdentifierOf(JavaClass type) {
    Matcher plugin = PLUGIN.matcher(type.getPackageName());
    return plugin.matches()
        ? SliceIdentifier.of(plugin.group(1), plugin.group(2))
        : SliceIdentifier.ignore();
  }
}
