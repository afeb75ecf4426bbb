package org.wardbeat.installers;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.wardbeat.launcher.program.Installation;

/** Makes a product's run-time image, its application image and its installer. */
final class Packager {
  private static final String VENDOR = "Wardbeat";
  private static final String MAINTAINER = "packages@wardbeat.invalid";
  private static final String COPYRIGHT = "Apache License 2.0";

  /** Links to the same product for ever: Windows then replaces an older version. */
  private static final String STATION_UPGRADE = "6f3f5d0e-53e5-4a4f-9f43-0a8b0d2c7c11";

  private static final String BRIDGE_UPGRADE = "b1b54f2f-8a3e-4c39-9d55-5d1c1f5d2f7a";

  private final Installation installation;
  private final TargetSystem system;
  private final String version;
  private final Path output;
  private final PrintWriter out;

  Packager(
      Installation installation,
      TargetSystem system,
      String version,
      Path output,
      PrintWriter out) {
    this.installation = installation;
    this.system = system;
    this.version = version;
    this.output = output;
    this.out = out;
  }

  /** Makes all that can be made here; what was there before is replaced. */
  void make(Product product) throws PackagingException, IOException, InterruptedException {
    Path work = Files.createTempDirectory("wardbeat-package-");
    try {
      Path runtime = link(product, work.resolve("runtime"));
      Path image = system.image(output, product.packageName());
      deleteTree(image);
      List<String> about = about(product, resources(work.resolve("resources")));
      List<String> contents = contents(product, runtime, jars(product, work.resolve("jars")));
      jpackage(JdkTool.named("jpackage"), "app-image", about, contents);
      if (product == Product.STATION && system.keepsFileTimes()) {
        setTimes(image, built(product));
        addStartCache(image, work);
        contents = List.of("--app-image", image.toString());
      }
      say(product, "application image " + image + ", " + megabytes(image));
      if (system.canMakeInstallers()) {
        makeInstaller(product, about, contents);
      } else {
        say(product, "no " + system.installerType() + ", because it needs " + system.need());
      }
    } finally {
      deleteTree(work);
    }
  }

  private Path link(Product product, Path runtime)
      throws PackagingException, IOException, InterruptedException {
    Path app = installation.appFolder(product.program());
    SortedSet<String> modules = RuntimeModules.of(app);
    modules.removeAll(product.omitted());
    modules.addAll(product.added());
    modules.addAll(product.linked());
    List<String> arguments = new ArrayList<>(List.of("--add-modules", String.join(",", modules)));
    if (!product.linked().isEmpty()) {
      arguments.addAll(List.of("--module-path", app.toString()));
    }
    arguments.addAll(List.of("--strip-native-commands", "--no-header-files", "--no-man-pages"));
    arguments.addAll(List.of("--strip-java-debug-attributes", "--compress", "zip-0"));
    arguments.addAll(List.of("--output", runtime.toString()));
    JdkTool.named("jlink").run(arguments);
    String named = String.join(" ", modules);
    say(product, "run-time image of " + named + ", " + megabytes(runtime));
    return runtime;
  }

  /** When the program was built, which all files of its package count as made at. */
  private FileTime built(Product product) throws IOException {
    return Files.getLastModifiedTime(
        installation.appFolder(product.program()).resolve(mainJar(product)));
  }

  private static void setTimes(Path image, FileTime time) throws IOException {
    try (Stream<Path> files = Files.walk(image)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.setLastModifiedTime(file, time);
      }
    }
  }

  /** A station without it starts later, and is none the worse otherwise. */
  private void addStartCache(Path image, Path work) throws IOException, InterruptedException {
    try {
      Path cache = new StartCache(installation, system, image).make(work, out);
      say(Product.STATION, "start cache " + cache + ", " + megabytes(cache));
    } catch (PackagingException failure) {
      say(Product.STATION, "no start cache, so it starts later: " + failure.getMessage());
    }
  }

  private void makeInstaller(Product product, List<String> about, List<String> contents)
      throws PackagingException, IOException, InterruptedException {
    for (Path old : installers(product)) {
      Files.delete(old);
    }
    List<String> more = new ArrayList<>(contents);
    more.addAll(forSystem(product));
    more.addAll(List.of("--license-file", installation.home().resolve("LICENSE").toString()));
    if (product == Product.BRIDGE) {
      more.add("--launcher-as-service");
    }
    // dpkg-deb gives files no later time than this one.
    String epoch = Long.toString(built(product).to(TimeUnit.SECONDS));
    jpackage(
        JdkTool.named("jpackage").with("SOURCE_DATE_EPOCH", epoch),
        system.installerType(),
        about,
        more);
    for (Path installer : installers(product)) {
      say(product, installer + ", " + megabytes(installer));
    }
  }

  private List<String> about(Product product, Path resources) {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("--name", product.packageName(), "--app-version", version));
    arguments.addAll(List.of("--vendor", VENDOR, "--copyright", COPYRIGHT));
    arguments.addAll(List.of("--description", product.description()));
    arguments.addAll(List.of("--resource-dir", resources.toString()));
    return arguments;
  }

  /**
   * The jars of the class path, without those that are in the run-time image. All run from the
   * class path, as Java takes a start cache with a module path only where it was recorded.
   */
  private Path jars(Product product, Path folder) throws PackagingException, IOException {
    Files.createDirectories(folder);
    for (Path jar : RuntimeModules.jars(installation.appFolder(product.program()))) {
      if (product.linked().isEmpty() || !RuntimeModules.isJavaFx(jar)) {
        Files.copy(jar, folder.resolve(jar.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
    return folder;
  }

  private List<String> contents(Product product, Path runtime, Path jars) {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("--runtime-image", runtime.toString()));
    product.jvmOptions(system).forEach(each -> arguments.addAll(List.of("--java-options", each)));
    arguments.addAll(List.of("--input", jars.toString(), "--main-jar", mainJar(product)));
    arguments.addAll(List.of("--main-class", product.program().mainClass()));
    return arguments;
  }

  private String mainJar(Product product) {
    return product.program().folder() + "-" + version + ".jar";
  }

  private List<String> forSystem(Product product) {
    boolean station = product == Product.STATION;
    List<String> more = new ArrayList<>();
    switch (system) {
      case LINUX -> {
        more.addAll(List.of("--linux-package-name", product.packageName()));
        more.addAll(List.of("--linux-deb-maintainer", MAINTAINER));
        if (station) {
          more.addAll(List.of("--linux-package-deps", "libgtk-3-0", "--linux-shortcut"));
          more.addAll(List.of("--linux-menu-group", "Science;MedicalSoftware"));
        }
      }
      case WINDOWS -> {
        more.addAll(List.of("--win-upgrade-uuid", station ? STATION_UPGRADE : BRIDGE_UPGRADE));
        if (station) {
          more.addAll(List.of("--win-menu", "--win-shortcut"));
        }
      }
      case MAC -> more.addAll(List.of("--mac-package-name", station ? "Station" : "Bridge"));
    }
    return more;
  }

  private void jpackage(JdkTool jpackage, String type, List<String> about, List<String> more)
      throws PackagingException, InterruptedException {
    List<String> arguments = new ArrayList<>(List.of("--type", type));
    arguments.addAll(List.of("--dest", output.toString()));
    arguments.addAll(about);
    arguments.addAll(more);
    jpackage.run(arguments);
  }

  private List<Path> installers(Product product) throws IOException {
    try (Stream<Path> files = Files.list(output)) {
      return files.filter(file -> isInstaller(file, product)).toList();
    }
  }

  private boolean isInstaller(Path file, Product product) {
    String name = file.getFileName().toString();
    return name.startsWith(product.packageName()) && name.endsWith("." + system.installerType());
  }

  /** What jpackage takes instead of its own templates. */
  private static Path resources(Path folder) throws IOException {
    Files.createDirectories(folder);
    copy("wardbeat.png", folder.resolve(Product.STATION.packageName() + ".png"));
    String bridge = Product.BRIDGE.packageName();
    copy("bridge.service", folder.resolve(bridge + "-" + bridge + ".service"));
    return folder;
  }

  private static void copy(String resource, Path target) throws IOException {
    try (InputStream in = Packager.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("The resource " + resource + " is missing.");
      }
      Files.copy(in, target);
    }
  }

  private static String megabytes(Path path) throws IOException {
    try (Stream<Path> files = Files.walk(path)) {
      long bytes = files.filter(Files::isRegularFile).mapToLong(Packager::size).sum();
      return String.format(Locale.ROOT, "%.0f MB", bytes / 1e6);
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void deleteTree(Path root) throws IOException {
    if (!Files.exists(root)) {
      return;
    }
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private void say(Product product, String sentence) {
    out.println(product.packageName() + ": " + sentence);
    out.flush();
  }
}
