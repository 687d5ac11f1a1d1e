package org.relunet.parser.nlp4j;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The rules of the whole do not see a module outside the default build: they are checked here. */
@AnalyzeClasses(
    packages = "org.relunet.parser.nlp4j",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ModuleRulesTest {
  @ArchTest
  static final ArchRule thePluginKnowsTheApiAndItsLibraryAlone =
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
}
