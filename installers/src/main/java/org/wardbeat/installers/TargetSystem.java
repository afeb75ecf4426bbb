package org.wardbeat.installers;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/** The system this runs on: packages are made for the system they are made on. */
enum TargetSystem {
  LINUX("deb", "Debian's packages dpkg and fakeroot (apt install fakeroot)"),
  WINDOWS("msi", "the WiX toolset (winget install WiXToolset.WiXToolset)"),
  MAC("dmg", "hdiutil, which is part of macOS");

  private final String installerType;
  private final String need;

  TargetSystem(String installerType, String need) {
    this.installerType = installerType;
    this.need = need;
  }

  static TargetSystem current() {
    String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    if (name.startsWith("windows")) {
      return WINDOWS;
    }
    return name.startsWith("mac") ? MAC : LINUX;
  }

  /** The type of installer, as jpackage names it and as its file name ends. */
  String installerType() {
    return installerType;
  }

  /** What has to be installed for {@link #canMakeInstallers} to be true. */
  String need() {
    return need;
  }

  boolean canMakeInstallers() {
    return switch (this) {
      case LINUX -> isOnPath("dpkg-deb") && isOnPath("fakeroot");
      case WINDOWS -> isOnPath("wix.exe");
      case MAC -> isOnPath("hdiutil");
    };
  }

  /**
   * Whether an installed file can be given the time that it was made with; Java takes a start cache
   * only with the very files it was recorded with.
   */
  boolean keepsFileTimes() {
    return this == LINUX;
  }

  /** Where a crashed JVM leaves its report; it falls back to the temporary folder. */
  String crashFolder(String packageName) {
    return switch (this) {
      case LINUX -> "/var/log/" + packageName;
      case WINDOWS -> "C:/ProgramData/Wardbeat";
      case MAC -> "/Library/Logs/DiagnosticReports";
    };
  }

  /** The application image of a package in a folder, as jpackage names it. */
  Path image(Path folder, String packageName) {
    return folder.resolve(this == MAC ? packageName + ".app" : packageName);
  }

  /** What starts the program of an application image. */
  Path launcher(Path image, String packageName) {
    return switch (this) {
      case LINUX -> image.resolve("bin").resolve(packageName);
      case WINDOWS -> image.resolve(packageName + ".exe");
      case MAC -> image.resolve("Contents").resolve("MacOS").resolve(packageName);
    };
  }

  /** The folder that jpackage calls {@code $APPDIR}. */
  Path appFolder(Path image) {
    return switch (this) {
      case LINUX -> image.resolve("lib").resolve("app");
      case WINDOWS -> image.resolve("app");
      case MAC -> image.resolve("Contents").resolve("app");
    };
  }

  private static boolean isOnPath(String command) {
    String path = System.getenv("PATH");
    return path != null
        && Stream.of(path.split(File.pathSeparator))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, command)));
  }
}
