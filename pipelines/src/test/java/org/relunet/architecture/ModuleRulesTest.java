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
  private static final PluginClasses PLUGINS = new PluginClasses();

  @ArchTest
  static final ArchRule theApiKnowsNothingOfOurs =
      classes()
          .that()
          .resideInAPackage("org.relunet.api..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("org.relunet.api..", "com.google.inject..", "java..");

  @ArchTest
  static final ArchRule graphsKnowTensorsAndTheApiAlone =
      classes()
          .that()
          .resideInAPackage("org.relunet.graph..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "org.relunet.graph..",
              "org.relunet.api..",
              "org.tensorflow..",
              "org.bytedeco..",
              "com.sun.jna..",
              "java..");

  @ArchTest
  static final ArchRule jobsAndCommandsDoNotKnowPlugins =
      noClasses()
          .that()
          .resideInAnyPackage(
              "org.relunet.pipeline..",
              "org.relunet.cli..",
              "org.relunet.runtime..",
              "org.relunet.network..",
              "org.relunet.training..",
              "org.relunet.evaluation..",
              "org.relunet.corpus..",
              "org.relunet.model..",
              "org.relunet.config..")
          .should()
          .dependOnClassesThat(PLUGINS);

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
  static final ArchRule pluginsDoNotKnowEachOther =
      slices().assignedFrom(PLUGINS).should().notDependOnEachOther();

  @ArchTest
  static final ArchRule pluginsKnowTheApiAndGraphsAlone =
      noClasses()
          .that(PLUGINS)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.relunet.config..",
              "org.relunet.network..",
              "org.relunet.runtime..",
              "org.relunet.training..",
              "org.relunet.corpus..",
              "org.relunet.evaluation..",
              "org.relunet.model..",
              "org.relunet.pipeline..",
              "org.relunet.cli..");

  @ArchTest
  static final ArchRule noCycles = slices().matching("org.relunet.(**)").should().beFreeOfCycles();
}
