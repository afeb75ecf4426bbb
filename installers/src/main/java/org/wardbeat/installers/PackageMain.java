package org.wardbeat.installers;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.wardbeat.launcher.program.Installation;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code wardbeat package}. */
@Command(
    name = "wardbeat package",
    description =
        "Make the packages of the station and the bridge for the system this runs on: application"
            + " images with a Java run time of their own, and a deb, msi or dmg of each.",
    mixinStandardHelpOptions = true)
public final class PackageMain implements Callable<Integer> {
  private final Installation installation;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "PRODUCT",
      description = "What to package: station, bridge (default: both).",
      arity = "0..*")
  private List<Product> products = List.of(Product.values());

  @Option(
      names = "--output",
      paramLabel = "DIR",
      description = "Where to (default: installers/target/packages).")
  private @Nullable Path output;

  private PackageMain(Installation installation) {
    this.installation = installation;
  }

  /** Makes the packages and exits: 0 done, 1 failed, 2 wrong options. */
  public static void main(String[] args) {
    System.exit(commandLine(Installation.current()).execute(args));
  }

  static CommandLine commandLine(Installation installation) {
    CommandLine line = new CommandLine(new PackageMain(installation));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setParameterExceptionHandler(
        (failure, args) -> {
          line.getErr().println(failure.getMessage());
          return CommandLine.ExitCode.USAGE;
        });
    return line;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    Path folder =
        output == null
            ? installation.home().resolve("installers").resolve("target").resolve("packages")
            : output.toAbsolutePath();
    Files.createDirectories(folder);
    String version = PackageMain.class.getPackage().getImplementationVersion();
    Packager packager = new Packager(installation, TargetSystem.current(), version, folder, out);
    try {
      for (Product product : products) {
        packager.make(product);
      }
      return CommandLine.ExitCode.OK;
    } catch (PackagingException failure) {
      spec.commandLine().getErr().println(failure.getMessage());
      return CommandLine.ExitCode.SOFTWARE;
    }
  }
}
