package org.wardbeat.systemtests.network;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.wardbeat.systemtests.process.Child;
import org.wardbeat.systemtests.process.Tools;

/**
 * A hospital's own authority and a certificate of its for the loopback address, as PEM files.
 *
 * @param authority the authority's certificate
 * @param certificate the server's certificate
 * @param key the server's key
 */
public record Certificates(Path authority, Path certificate, Path key) {
  private static final String DAYS = "2";

  /** Makes new ones in a folder. */
  public static Certificates make(Path folder) {
    Path authority = folder.resolve("authority.pem");
    Path authorityKey = folder.resolve("authority.key");
    Path certificate = folder.resolve("server.pem");
    Path key = folder.resolve("server.key");
    request(
        List.of("-subj", "/CN=Hospital Test Authority", "-addext", "keyUsage=keyCertSign"),
        authority,
        authorityKey);
    request(
        List.of(
            "-subj", "/CN=127.0.0.1",
            "-addext", "subjectAltName=IP:127.0.0.1,DNS:localhost",
            "-addext", "basicConstraints=critical,CA:FALSE",
            "-CA", authority.toString(),
            "-CAkey", authorityKey.toString()),
        certificate,
        key);
    return new Certificates(authority, certificate, key);
  }

  private static void request(List<String> what, Path certificate, Path key) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Tools.require("openssl"),
                "req",
                "-x509",
                "-newkey",
                "ec",
                "-pkeyopt",
                "ec_paramgen_curve:P-256",
                "-nodes",
                "-days",
                DAYS,
                "-keyout",
                key.toString(),
                "-out",
                certificate.toString()));
    command.addAll(what);
    try (Child openssl = Child.start("openssl", command)) {
      if (openssl.awaitExit() != 0) {
        throw new AssertionError("openssl failed: " + openssl.said());
      }
    }
  }
}
