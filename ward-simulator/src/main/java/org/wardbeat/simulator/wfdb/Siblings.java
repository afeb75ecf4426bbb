package org.wardbeat.simulator.wfdb;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Files that a header names: always inside the header's own folder. */
final class Siblings {
  private Siblings() {}

  static Path resolve(Path headerFile, int line, String name) throws WfdbException {
    Path folder = headerFile.toAbsolutePath().normalize().getParent();
    if (folder != null) {
      try {
        Path file = folder.resolve(name).normalize();
        if (file.startsWith(folder) && !file.equals(folder)) {
          return file;
        }
      } catch (InvalidPathException e) {
        throw outside(headerFile, line, name);
      }
    }
    throw outside(headerFile, line, name);
  }

  private static WfdbException outside(Path headerFile, int line, String name) {
    String shown = name.length() > 40 ? name.substring(0, 40) + "…" : name;
    return WfdbException.at(
        headerFile,
        line,
        "expected the name of a file in the header's own folder, found \""
            + shown
            + "\"; correct the header.");
  }
}
