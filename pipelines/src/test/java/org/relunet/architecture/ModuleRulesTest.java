package org.relunet.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may know whom. */
@AnalyzeClasses(packages = "org.relunet", importOptions = ImportOption.DoNotIncludeTests.class)
class ModuleRulesTest {
  private static final String[] PLUGINS = {
    "org.relunet.tokenizer..",
    "org.relunet.parser..",
    "org.relunet.encoder..",
    "org.relunet.extractor.."
  };

  @ArchTest
  static final ArchRule theApiKnowsNothingOfOurs =
      classes()
          .that()
          .resideInAPackage("org.relunet.api..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("org.relunet.api..", "com.google.inject..", "java..");

  @ArchTest
  static final ArchRule theNetworkKnowsTensorsAndTheApiAlone =
      noClasses()
          .that()
          .resideInAPackage("org.relunet.graph..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.relunet.config..",
              "org.relunet.network..",
              "org.relunet.runtime..",
              "org.relunet.training..",
              "org.relunet.cli..",
              "org.relunet.pipeline..");

  @ArchTest
  static final ArchRule jobsDoNotKnowPlugins =
      noClasses()
          .that()
          .resideInAnyPackage(
              "org.relunet.pipeline..",
              "org.relunet.runtime..",
              "org.relunet.network..",
              "org.relunet.training..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(PLUGINS);

  @ArchTest
  static final ArchRule tensorFlowStaysWhereGraphsAreBuilt =
      noClasses()
          .that()
          .resideInAnyPackage(
              "org.relunet.api..",
              "org.relunet.config..",
              "org.relunet.corpus..",
              "org.relunet.evaluation..",
              "org.relunet.model..",
              "org.relunet.runtime..",
              "org.relunet.pipeline..",
              "org.relunet.cli..",
              "org.relunet.tokenizer..",
              "org.relunet.parser..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.tensorflow..");

  @ArchTest
  static final ArchRule encodersAndExtractorsDoNotKnowEachOther =
      noClasses()
          .that()
          .resideInAPackage("org.relunet.encoder..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.relunet.extractor..");

  @ArchTest
  static final ArchRule noCycles = slices().matching("org.relunet.(*)..").should().beFreeOfCycles();
}
