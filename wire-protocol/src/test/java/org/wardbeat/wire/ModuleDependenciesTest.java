package org.wardbeat.wire;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "org.wardbeat.wire",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ModuleDependenciesTest {
  @ArchTest
  static final ArchRule DEPENDS_ON_THE_JDK_ONLY =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("org.wardbeat.wire..", "java..", "org.jspecify.annotations..");

  @ArchTest
  static final ArchRule PACKAGES_ARE_FREE_OF_CYCLES =
      slices().matching("org.wardbeat.wire.(*)..").should().beFreeOfCycles();
}
