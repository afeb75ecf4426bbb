package org.wardbeat.installers;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Requires;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Finds the modules of the JDK that a folder of jars needs. */
final class RuntimeModules {
  private static final ModuleFinder SYSTEM = ModuleFinder.ofSystem();

  private RuntimeModules() {}

  /**
   * Returns what the named modules among the jars require, and what jdeps finds that the classes of
   * all of them use, whether always or only if it is there.
   */
  static SortedSet<String> of(Path folder) throws PackagingException, InterruptedException {
    SortedSet<String> modules = new TreeSet<>();
    List<Path> jars = jars(folder);
    for (Path jar : jars) {
      ModuleFinder.of(jar).findAll().stream()
          .map(ModuleReference::descriptor)
          .filter(module -> !module.isAutomatic())
          .forEach(module -> modules.addAll(required(module)));
    }
    modules.addAll(used(folder, jars));
    modules.removeIf(module -> SYSTEM.find(module).isEmpty());
    return modules;
  }

  static List<Path> jars(Path folder) throws PackagingException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    } catch (IOException e) {
      throw new PackagingException(
          "The jars in %s cannot be listed; build them with ./wardbeat package.".formatted(folder));
    }
  }

  /** Whether a jar holds JavaFX for this system, or stands for it on another. */
  static boolean isJavaFx(Path jar) {
    return ModuleFinder.of(jar).findAll().stream()
        .allMatch(module -> module.descriptor().name().startsWith("javafx."));
  }

  private static List<String> required(ModuleDescriptor module) {
    return module.requires().stream()
        .filter(requires -> !requires.modifiers().contains(Requires.Modifier.STATIC))
        .map(Requires::name)
        .toList();
  }

  private static List<String> used(Path folder, List<Path> jars)
      throws PackagingException, InterruptedException {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(
        List.of("--multi-release", Integer.toString(Runtime.version().feature()), "--list-deps"));
    arguments.addAll(List.of("--ignore-missing-deps", "--module-path", folder.toString()));
    jars.forEach(jar -> arguments.add(jar.toString()));
    return JdkTool.named("jdeps")
        .run(arguments)
        .lines()
        .map(line -> line.strip().replaceFirst("/.*", ""))
        .toList();
  }
}
