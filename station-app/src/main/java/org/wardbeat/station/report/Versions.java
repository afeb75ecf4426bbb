package org.wardbeat.station.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.module.ModuleDescriptor;
import java.util.Optional;

/** What runs here. */
public final class Versions {
  private static final String UNKNOWN = "unknown";

  private Versions() {}

  /** Wardbeat's version, as its module or jar was built with; {@code unknown} without either. */
  public static String wardbeat() {
    return Optional.ofNullable(Versions.class.getModule().getDescriptor())
        .flatMap(ModuleDescriptor::rawVersion)
        .or(() -> Optional.ofNullable(Versions.class.getPackage().getImplementationVersion()))
        .orElse(UNKNOWN);
  }

  /** Tells the versions of Wardbeat, Java, JavaFX and the operating system. */
  public static void write(ObjectNode node) {
    node.put("wardbeat", wardbeat());
    node.put("java", System.getProperty("java.runtime.version", UNKNOWN));
    node.put("javafx", System.getProperty("javafx.runtime.version", UNKNOWN));
    node.put(
        "os",
        String.join(
            " ",
            System.getProperty("os.name", UNKNOWN),
            System.getProperty("os.version", ""),
            System.getProperty("os.arch", "")));
  }
}
