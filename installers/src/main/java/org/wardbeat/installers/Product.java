package org.wardbeat.installers;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.wardbeat.launcher.program.Program;

/** What is packaged, and what its package says of it. Names are in lower case, as Debian asks. */
enum Product {
  STATION(
      "wardbeat-station",
      Program.STATION,
      "Wardbeat station: live ECG, vital signs and alarms of a ward"),
  BRIDGE(
      "wardbeat-bridge",
      Program.BRIDGE,
      "Wardbeat bridge: brings the beds of an MQTT broker to stations");

  /** Flight recordings can be asked for from outside a running program (jcmd, JMX). */
  private static final Set<String> DIAGNOSIS = Set.of("jdk.jfr", "jdk.management.jfr");

  private final String packageName;
  private final Program program;
  private final String description;

  Product(String packageName, Program program, String description) {
    this.packageName = packageName;
    this.program = program;
    this.description = description;
  }

  String packageName() {
    return packageName;
  }

  Program program() {
    return program;
  }

  String description() {
    return description;
  }

  /** Modules of the JDK that are in the run-time image whatever the jars need. */
  Set<String> added() {
    return DIAGNOSIS;
  }

  /** Modules among the jars that become part of the run-time image, with all they require. */
  Set<String> linked() {
    return this == STATION ? Set.of("javafx.controls") : Set.of();
  }

  /**
   * Modules of the JDK that the jars mention and the program does without: Jackson and picocli use
   * them only where they are there, and java.desktop would make a server depend on X11.
   */
  Set<String> omitted() {
    return this == BRIDGE ? Set.of("java.desktop", "java.sql") : Set.of();
  }

  /** The options of the program's JVM, and where it writes when it crashes. */
  List<String> jvmOptions(TargetSystem system) {
    List<String> options = new ArrayList<>(program.jvmOptions());
    options.add("-XX:ErrorFile=" + system.crashFolder(packageName) + "/hs_err_%p.log");
    return options;
  }
}
