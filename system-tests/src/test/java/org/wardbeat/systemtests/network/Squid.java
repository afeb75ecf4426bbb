package org.wardbeat.systemtests.network;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.wardbeat.systemtests.process.Child;
import org.wardbeat.systemtests.process.Part;
import org.wardbeat.systemtests.process.Ports;
import org.wardbeat.systemtests.process.Tools;

/**
 * A real Squid that lets through CONNECT and nothing else, and only for the user {@value #USER}
 * with the password {@value #PASSWORD}.
 */
public final class Squid implements Part {
  public static final String USER = "ward";
  public static final String PASSWORD = "4 East: open";

  @SuppressWarnings("InlineFormatString") // a file is read better by itself
  private static final String CONFIGURATION =
      """
      http_port 127.0.0.1:%2$d
      auth_param basic program %3$s %1$s/users
      auth_param basic children 1
      auth_param basic realm hospital
      acl CONNECT method CONNECT
      acl known proxy_auth REQUIRED
      http_access deny !CONNECT
      http_access allow known
      http_access deny all
      cache deny all
      pinger_enable off
      shutdown_lifetime 0 seconds
      pid_filename none
      coredump_dir %1$s
      access_log stdio:%1$s/access.log
      cache_log %1$s/cache.log
      cache_store_log none
      """;

  private final Child child;
  private final int port;
  private final Path folder;

  private Squid(Child child, int port, Path folder) {
    this.child = child;
    this.port = port;
    this.folder = folder;
  }

  /** Starts one, or skips the test where Squid is not installed. */
  public static Squid start(Path parent) {
    String program = Tools.require("squid");
    String helper = Tools.require("basic_ncsa_auth");
    int port = Ports.free();
    Path folder = parent.resolve("squid-" + port);
    try {
      // Started as root, Squid goes on as another user, who has to get at its files.
      Files.createDirectories(folder);
      for (Path path = folder; path != null && path.startsWith(parent); path = path.getParent()) {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxrwxrwx"));
      }
      Files.writeString(folder.resolve("users"), "%s:%s%n".formatted(USER, hash()));
      Files.writeString(
          folder.resolve("squid.conf"), CONFIGURATION.formatted(folder, port, helper));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Child child =
        Child.start(
            "squid",
            List.of(
                program, "-N", "-n", "ward" + port, "-f", folder.resolve("squid.conf").toString()));
    Ports.awaitListening(port, child);
    return new Squid(child, port, folder);
  }

  private static String hash() {
    try (Child openssl =
        Child.start("openssl", List.of(Tools.require("openssl"), "passwd", "-apr1", PASSWORD))) {
      return openssl.awaitLine("^(\\$apr1\\$.*)$");
    }
  }

  public int port() {
    return port;
  }

  /** What was asked of it, a line each. */
  public List<String> requests() {
    try {
      Path log = folder.resolve("access.log");
      return Files.exists(log) ? Files.readAllLines(log) : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    child.close();
  }
}
