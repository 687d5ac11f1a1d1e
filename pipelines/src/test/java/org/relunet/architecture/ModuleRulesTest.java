package org.relunet.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/**
 * Who may know whom.
 *
 * <p>Ordinary test methods: rules in ArchUnit's own form, static fields, are counted as no test by
 * Surefire, and a broken one does not fail the build.
 */
class ModuleRulesTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          // what a module's tests lend to other modules' is a jar by the time of a whole build
          .withImportOption(location -> !location.contains("-tests.jar"))
          .importPackages("org.relunet");

  private static final PluginClasses PLUGINS = new PluginClasses();

  @Test
  void theApiKnowsNothingOfOurs() {
    ArchRule rule =
        classes()
            .that()
            .resideInAPackage("org.relunet.api..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                "org.relunet.api..",
                "com.google.inject..",
                "java..",
                // the JDK's XML
                "javax.xml..",
                "org.xml.sax..");
    rule.check(CLASSES);
  }

  @Test
  void whatIsCommonKnowsNothingOfOurs() {
    ArchRule rule =
        classes()
            .that()
            .resideInAPackage("org.relunet.common..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("org.relunet.common..", "java..");
    rule.check(CLASSES);
  }

  @Test
  void graphsKnowTensorsTheApiAndWhatIsCommonAlone() {
    ArchRule rule =
        classes()
            .that()
            .resideInAPackage("org.relunet.graph..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                "org.relunet.graph..",
                "org.relunet.api..",
                "org.relunet.common..",
                "org.tensorflow..",
                "org.bytedeco..",
                "com.sun.jna..",
                "java..");
    rule.check(CLASSES);
  }

  @Test
  void jobsAndCommandsDoNotKnowPlugins() {
    ArchRule rule =
        noClasses()
            .that()
            .resideInAnyPackage(
                "org.relunet.pipeline..",
                "org.relunet.cli..",
                "org.relunet.runtime..",
                "org.relunet.network..",
                "org.relunet.training..",
                "org.relunet.retraining..",
                "org.relunet.evaluation..",
                "org.relunet.corpus..",
                "org.relunet.model..",
                "org.relunet.config..")
            .should()
            .dependOnClassesThat(PLUGINS);
    rule.check(CLASSES);
  }

  @Test
  void tensorFlowStaysWhereGraphsAreBuilt() {
    ArchRule rule =
        noClasses()
            .that()
            .resideInAnyPackage(
                "org.relunet.api..",
                "org.relunet.config..",
                "org.relunet.corpus..",
                "org.relunet.evaluation..",
                "org.relunet.model..",
                "org.relunet.runtime..",
                "org.relunet.retraining..",
                "org.relunet.pipeline..",
                "org.relunet.cli..",
                "org.relunet.tokenizer..",
                "org.relunet.parser..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.tensorflow..");
    rule.check(CLASSES);
  }

  @Test
  void pluginsDoNotKnowEachOther() {
    ArchRule rule = slices().assignedFrom(PLUGINS).should().notDependOnEachOther();
    rule.check(CLASSES);
  }

  @Test
  void pluginsKnowTheApiAndGraphsAlone() {
    ArchRule rule =
        noClasses()
            .that(PLUGINS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "org.relunet.config..",
                "org.relunet.network..",
                "org.relunet.runtime..",
                "org.relunet.training..",
                "org.relunet.retraining..",
                "org.relunet.corpus..",
                "org.relunet.evaluation..",
                "org.relunet.model..",
                "org.relunet.pipeline..",
                "org.relunet.cli..");
    rule.check(CLASSES);
  }

  @Test
  void noCycles() {
    ArchRule rule = slices().matching("org.relunet.(**)").should().beFreeOfCycles();
    rule.check(CLASSES);
  }
}
