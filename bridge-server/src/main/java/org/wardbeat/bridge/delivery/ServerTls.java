package org.wardbeat.bridge.delivery;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads what a bridge's TLS rests on. */
final class ServerTls {
  private static final Logger LOG = LoggerFactory.getLogger(ServerTls.class);
  private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};
  private static final Pattern PRIVATE_KEY =
      Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");

  private ServerTls() {}

  /**
   * TLS 1.3 and 1.2 with these files.
   *
   * @param now to say so if the certificate is not valid yet or any more
   * @throws IOException if they are of no use, in one sentence that says what to do
   */
  static SslContext context(TlsFiles files, Instant now) throws IOException {
    List<X509Certificate> chain =
        chain(read("--tls-certificate", files.certificate()), files.certificate());
    byte[] key = read("--tls-key", files.key());
    warnUnlessValid(chain.getFirst(), now);
    try {
      PrivateKey own = key(key, chain.getFirst().getPublicKey());
      return SslContextBuilder.forServer(own, chain)
          .sslProvider(SslProvider.JDK)
          .protocols(PROTOCOLS)
          .build();
    } catch (IOException | GeneralSecurityException e) {
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

  private static List<X509Certificate> chain(byte[] pem, Path file) throws IOException {
    Throwable cause = null;
    try {
      List<X509Certificate> chain =
          CertificateFactory.getInstance("X.509")
              .generateCertificates(new ByteArrayInputStream(pem))
              .stream()
              .map(X509Certificate.class::cast)
              .toList();
      if (!chain.isEmpty()) {
        return chain;
      }
    } catch (CertificateException e) {
      cause = e;
    }
    throw new IOException(
        "--tls-certificate: expected a certificate as PEM (BEGIN CERTIFICATE) in %s."
            .formatted(file),
        cause);
  }

  /** Reads a key and proves that it belongs to a certificate's. */
  private static PrivateKey key(byte[] pem, PublicKey certified) throws GeneralSecurityException {
    Matcher armour = PRIVATE_KEY.matcher(new String(pem, US_ASCII));
    if (!armour.find()) {
      throw new InvalidKeyException("there is no private key");
    }
    byte[] encoded = Base64.getMimeDecoder().decode(armour.group(1));
    PrivateKey key =
        KeyFactory.getInstance(certified.getAlgorithm())
            .generatePrivate(new PKCS8EncodedKeySpec(encoded));
    Signature signature = Signature.getInstance(signatureOf(certified));
    signature.initSign(key);
    signature.update(pem);
    byte[] signed = signature.sign();
    signature.initVerify(certified);
    signature.update(pem);
    if (!signature.verify(signed)) {
      throw new InvalidKeyException("it is the key of another certificate");
    }
    return key;
  }

  private static String signatureOf(PublicKey key) {
    return switch (key.getAlgorithm()) {
      case "RSA" -> "SHA256withRSA";
      case "EC" -> "SHA256withECDSA";
      default -> key.getAlgorithm(); // as EdDSA, which is its own
    };
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
