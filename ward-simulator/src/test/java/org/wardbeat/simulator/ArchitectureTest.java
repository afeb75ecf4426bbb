package org.wardbeat.simulator;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;

@AnalyzeClasses(
    packages = "org.wardbeat.simulator",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule PACKAGES_HAVE_NO_CYCLES =
      SlicesRuleDefinition.slices()
          .matching("org.wardbeat.simulator.(*)")
          .should()
          .beFreeOfCycles();

  @ArchTest
  static final ArchRule RECORDS_AND_PATIENTS_KNOW_NO_NETWORK =
      noClasses()
          .that()
          .resideInAnyPackage("..wfdb..", "..physiology..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("..device..", "..broker..", "org.eclipse.paho..", "io.moquette..");
}
