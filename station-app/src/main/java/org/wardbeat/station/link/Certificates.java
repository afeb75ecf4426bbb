package org.wardbeat.station.link;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Decides which bridges' certificates are trusted: those signed by an authority of the Java run
 * time or by one of a hospital's own. Remembers until when each host's certificate is valid.
 *
 * <p>Safe for use by any thread.
 */
final class Certificates extends X509ExtendedTrustManager {
  private final X509ExtendedTrustManager usual;
  private final @Nullable X509ExtendedTrustManager own;
  private final Map<String, Instant> expiries = new ConcurrentHashMap<>();

  /**
   * @param authorities trusted beside those of the Java run time
   * @throws IllegalStateException if the Java run time cannot check certificates
   */
  Certificates(List<X509Certificate> authorities) {
    try {
      usual = trustManager(null);
      own = authorities.isEmpty() ? null : trustManager(store(authorities));
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("this Java run time cannot check certificates", e);
    }
  }

  private static KeyStore store(List<X509Certificate> authorities)
      throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    for (int i = 0; i < authorities.size(); i++) {
      store.setCertificateEntry("authority-" + i, authorities.get(i));
    }
    return store;
  }

  private static X509ExtendedTrustManager trustManager(@Nullable KeyStore store)
      throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return Stream.of(factory.getTrustManagers())
        .filter(X509ExtendedTrustManager.class::isInstance)
        .map(X509ExtendedTrustManager.class::cast)
        .findFirst()
        .orElseThrow(() -> new GeneralSecurityException("no trust manager for X.509"));
  }

  /** TLS that trusts accordingly. */
  SSLContext context() {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {this}, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java run time has no TLS", e);
    }
  }

  /** Until when the certificate a host showed last is valid, whether or not it was trusted. */
  Optional<Instant> expiry(String host) {
    return Optional.ofNullable(expiries.get(host.toLowerCase(Locale.ROOT)));
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    String host = engine.getPeerHost();
    if (host != null && chain.length > 0) {
      expiries.put(host.toLowerCase(Locale.ROOT), chain[0].getNotAfter().toInstant());
    }
    check(trust -> trust.checkServerTrusted(chain, authType, engine));
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
      throws CertificateException {
    check(trust -> trust.checkServerTrusted(chain, authType, socket));
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    check(trust -> trust.checkServerTrusted(chain, authType));
  }

  private interface Check {
    void by(X509ExtendedTrustManager trust) throws CertificateException;
  }

  /** The own authorities decide last, so that theirs is the reason that is told. */
  private void check(Check check) throws CertificateException {
    if (own == null) {
      check.by(usual);
      return;
    }
    try {
      check.by(usual);
    } catch (CertificateException notTheUsual) {
      try {
        check.by(own);
      } catch (CertificateException e) {
        e.addSuppressed(notTheUsual);
        throw e;
      }
    }
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    usual.checkClientTrusted(chain, authType, engine);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
      throws CertificateException {
    usual.checkClientTrusted(chain, authType, socket);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    usual.checkClientTrusted(chain, authType);
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return Stream.concat(
            Stream.of(usual.getAcceptedIssuers()),
            own == null ? Stream.empty() : Stream.of(own.getAcceptedIssuers()))
        .toArray(X509Certificate[]::new);
  }
}
