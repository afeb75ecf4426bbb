package org.wardbeat.station.settings;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * Where settings are.
 *
 * @param user those of the user
 * @param computer those of the user at this computer
 * @param administrator those of the administrator for everybody at this computer, read only
 */
public record SettingsPlaces(Path user, Path computer, Path administrator) {
  /**
   * The usual places.
   *
   * @param folder the user's folder of Wardbeat
   * @param osName the system property {@code os.name}
   */
  public static SettingsPlaces usual(
      Path folder, ComputerName computer, String osName, Map<String, String> environment) {
    return new SettingsPlaces(
        folder.resolve("station.json"),
        computer.file(folder, "station", ".json"),
        shared(osName.toLowerCase(Locale.ROOT), environment).resolve("station.json"));
  }

  private static Path shared(String system, Map<String, String> environment) {
    if (system.startsWith("windows")) {
      return Path.of(environment.getOrDefault("PROGRAMDATA", "C:/ProgramData"), "Wardbeat");
    }
    return system.startsWith("mac")
        ? Path.of("/Library/Application Support/Wardbeat")
        : Path.of("/etc/wardbeat");
  }
}
