package org.wardbeat.station;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.wardbeat.station.link.NetworkOptions;
import org.wardbeat.station.link.NetworkOptions.Credentials;
import picocli.CommandLine.Option;

/** The part of a command line that says how bridges are reached. */
final class NetworkArguments {
  private static final Pattern HOST_AND_PORT =
      Pattern.compile("(\\[[0-9a-fA-F:]+]|[^:/\\s]+):(\\d{1,5})");
  private static final int MAX_PORT = 65_535;

  @Option(
      names = "--proxy",
      paramLabel = "HOST:PORT",
      description = "The HTTP proxy that leads to the bridge (default: as the system is set).")
  private @Nullable String proxy;

  @Option(
      names = "--proxy-credentials",
      paramLabel = "FILE",
      description = {
        "A file whose first line is the user and whose second is the password that the proxy wants",
        "(default: WARDBEAT_PROXY_USER and WARDBEAT_PROXY_PASSWORD of the environment)."
      })
  private @Nullable Path proxyCredentials;

  @Option(
      names = "--ca",
      paramLabel = "FILE",
      description = "Authorities that sign bridges' certificates, as PEM, beside the usual ones.")
  private @Nullable Path ca;

  /**
   * What the arguments ask for.
   *
   * @throws IllegalArgumentException if one of them is of no use; the message is one sentence that
   *     names it
   */
  NetworkOptions options(Map<String, String> environment) {
    return new NetworkOptions(
        proxy == null ? null : address(proxy), credentials(environment), authorities());
  }

  private static InetSocketAddress address(String text) {
    Matcher parts = HOST_AND_PORT.matcher(text);
    if (parts.matches()) {
      int port = Integer.parseInt(parts.group(2));
      if (port >= 1 && port <= MAX_PORT) {
        return InetSocketAddress.createUnresolved(parts.group(1).replaceAll("[\\[\\]]", ""), port);
      }
    }
    throw new IllegalArgumentException("--proxy: expected HOST:PORT, got '%s'.".formatted(text));
  }

  private @Nullable Credentials credentials(Map<String, String> environment) {
    if (proxyCredentials != null) {
      return read(proxyCredentials);
    }
    String user = environment.get("WARDBEAT_PROXY_USER");
    String password = environment.get("WARDBEAT_PROXY_PASSWORD");
    if (user == null && password == null) {
      return null;
    }
    if (user == null || password == null) {
      throw new IllegalArgumentException(
          "Expected WARDBEAT_PROXY_USER and WARDBEAT_PROXY_PASSWORD together, got one of them.");
    }
    return new Credentials(user, password);
  }

  private static Credentials read(Path file) {
    List<String> lines;
    try {
      lines = Files.readAllLines(file);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "--proxy-credentials: cannot read the file %s.".formatted(file), e);
    }
    if (lines.size() < 2) {
      throw new IllegalArgumentException(
          "--proxy-credentials: expected the user in the first line of %s and the password in the second."
              .formatted(file));
    }
    return new Credentials(lines.get(0).strip(), lines.get(1));
  }

  private List<X509Certificate> authorities() {
    if (ca == null) {
      return List.of();
    }
    try (InputStream pem = Files.newInputStream(ca)) {
      List<X509Certificate> read =
          CertificateFactory.getInstance("X.509").generateCertificates(pem).stream()
              .map(X509Certificate.class::cast)
              .toList();
      if (!read.isEmpty()) {
        return read;
      }
    } catch (NoSuchFileException e) {
      throw new IllegalArgumentException("--ca: there is no file %s.".formatted(ca), e);
    } catch (IOException e) {
      throw new IllegalArgumentException("--ca: cannot read the file %s.".formatted(ca), e);
    } catch (CertificateException e) {
      throw noAuthorities(ca, e);
    }
    throw noAuthorities(ca, null);
  }

  private static IllegalArgumentException noAuthorities(Path file, @Nullable Throwable cause) {
    return new IllegalArgumentException(
        "--ca: expected certificates as PEM (BEGIN CERTIFICATE) in %s.".formatted(file), cause);
  }
}
