package org.wardbeat.station;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The folder in which a user's programs keep their settings. */
final class UserFolder {
  private UserFolder() {}

  /** That of the user who runs this program. */
  static Path ofSystem() {
    return of(System.getProperty("os.name", ""), System.getProperty("user.home"), System.getenv());
  }

  /**
   * Wardbeat's part of it: as the XDG Base Directory Specification says on Linux, and in the places
   * of their own on macOS and Windows.
   *
   * @param osName the system property {@code os.name}
   * @param home the system property {@code user.home}
   */
  static Path of(String osName, String home, Map<String, String> environment) {
    String system = osName.toLowerCase(Locale.ROOT);
    if (system.startsWith("windows")) {
      return folder(environment, "APPDATA")
          .orElse(Path.of(home, "AppData", "Roaming"))
          .resolve("Wardbeat");
    }
    if (system.startsWith("mac")) {
      return Path.of(home, "Library", "Application Support", "Wardbeat");
    }
    return folder(environment, "XDG_CONFIG_HOME")
        .orElse(Path.of(home, ".config"))
        .resolve("wardbeat");
  }

  private static Optional<Path> folder(Map<String, String> environment, String variable) {
    return Optional.ofNullable(environment.get(variable))
        .filter(value -> !value.isBlank())
        .map(Path::of)
        .filter(Path::isAbsolute);
  }
}
