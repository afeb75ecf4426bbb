package org.wardbeat.bridge;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;

/** Which way the bridge's packages depend on each other. */
@AnalyzeClasses(
    packages = "org.wardbeat.bridge",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule DEPENDENCIES_POINT_ONE_WAY =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("clock")
          .definedBy("org.wardbeat.bridge.clock")
          .layer("mqtt")
          .definedBy("org.wardbeat.bridge.mqtt")
          .layer("intake")
          .definedBy("org.wardbeat.bridge.intake")
          .layer("alarm")
          .definedBy("org.wardbeat.bridge.alarm..")
          .layer("ward")
          .definedBy("org.wardbeat.bridge.ward")
          .layer("delivery")
          .definedBy("org.wardbeat.bridge.delivery")
          .layer("health")
          .definedBy("org.wardbeat.bridge.health")
          .layer("program")
          .definedBy("org.wardbeat.bridge")
          .whereLayer("program")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("ward")
          .mayOnlyBeAccessedByLayers("delivery", "health", "program")
          .whereLayer("alarm")
          .mayOnlyBeAccessedByLayers("ward", "delivery", "health", "program")
          .whereLayer("intake")
          .mayOnlyBeAccessedByLayers("alarm", "ward")
          .whereLayer("mqtt")
          .mayOnlyBeAccessedByLayers("intake", "alarm", "ward", "program");

  @ArchTest
  static final ArchRule PACKAGES_ARE_FREE_OF_CYCLES =
      SlicesRuleDefinition.slices().matching("org.wardbeat.bridge.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule THE_BRIDGE_RUNS_WITHOUT_A_SCREEN =
      noClasses().should().dependOnClassesThat().resideInAnyPackage("javafx..", "java.awt..");

  @ArchTest
  static final ArchRule ONLY_MQTT_KNOWS_PAHO =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.wardbeat.bridge.mqtt")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.eclipse.paho..");

  @ArchTest
  static final ArchRule ONLY_DELIVERY_KNOWS_NETTY =
      noClasses()
          .that()
          .resideInAnyPackage(
              "org.wardbeat.bridge.mqtt",
              "org.wardbeat.bridge.intake",
              "org.wardbeat.bridge.alarm..",
              "org.wardbeat.bridge.ward",
              "org.wardbeat.bridge.clock")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.netty..");
}
