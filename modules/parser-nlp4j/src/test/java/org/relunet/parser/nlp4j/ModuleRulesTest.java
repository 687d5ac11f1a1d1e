package org.relunet.parser.nlp4j;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/**
 * The rules of the whole do not see a module outside the default build: they are checked here.
 *
 * <p>Ordinary test methods: rules in ArchUnit's own form, static fields, are counted as no test by
 * Surefire, and a broken one does not fail the build.
 */
class ModuleRulesTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.relunet.parser.nlp4j");

  @Test
  void thePluginKnowsTheApiAndItsLibraryAlone() {
    ArchRule rule =
        classes()
            .that()
            .resideInAPackage("org.relunet.parser.nlp4j..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                "org.relunet.parser.nlp4j..",
                "org.relunet.api..",
                "edu.emory.mathcs.nlp..",
                "org.tukaani.xz..",
                "com.google.inject..",
                "java..");
    rule.check(CLASSES);
  }
}
