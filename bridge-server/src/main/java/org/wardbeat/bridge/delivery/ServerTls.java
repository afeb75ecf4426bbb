package org.wardbeat.bridge.delivery;

import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads what a bridge's TLS rests on. */
final class ServerTls {
  private static final Logger LOG = LoggerFactory.getLogger(ServerTls.class);
  private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};

  private ServerTls() {}

  /**
   * TLS 1.3 and 1.2 with these files.
   *
   * @param now to say so if the certificate is not valid yet or any more
   * @throws IOException if they are of no use, in one sentence that says what to do
   */
  static SslContext context(TlsFiles files, Instant now) throws IOException {
    byte[] certificates = read("--tls-certificate", files.certificate());
    byte[] key = read("--tls-key", files.key());
    warnUnlessValid(first(certificates, files.certificate()), now);
    try {
      return SslContextBuilder.forServer(
              new ByteArrayInputStream(certificates), new ByteArrayInputStream(key))
          .sslProvider(SslProvider.JDK)
          .protocols(PROTOCOLS)
          .build();
    } catch (IOException | IllegalArgumentException e) {
      throw new IOException(
          ("--tls-key: expected the private key of the certificate in %s, as PEM without a password"
                  + " (BEGIN PRIVATE KEY), in %s; openssl pkcs8 -topk8 -nocrypt makes it.")
              .formatted(files.certificate(), files.key()),
          e);
    }
  }

  private static byte[] read(String option, Path file) throws IOException {
    try {
      return Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw new IOException("%s: there is no file %s.".formatted(option, file), e);
    } catch (IOException e) {
      throw new IOException("%s: cannot read the file %s.".formatted(option, file), e);
    }
  }

  private static X509Certificate first(byte[] pem, Path file) throws IOException {
    try {
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(pem));
    } catch (CertificateException e) {
      throw new IOException(
          "--tls-certificate: expected a certificate as PEM (BEGIN CERTIFICATE) in %s."
              .formatted(file),
          e);
    }
  }

  private static void warnUnlessValid(X509Certificate certificate, Instant now) {
    if (now.isAfter(certificate.getNotAfter().toInstant())) {
      LOG.warn(
          "the bridge's certificate has expired on {}: stations will refuse it",
          certificate.getNotAfter().toInstant());
    } else if (now.isBefore(certificate.getNotBefore().toInstant())) {
      LOG.warn(
          "the bridge's certificate is not valid before {}: stations will refuse it",
          certificate.getNotBefore().toInstant());
    }
  }
}
