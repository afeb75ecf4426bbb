package org.wardbeat.station.link;

import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Objects;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** Why TLS did not come about, in words. */
final class TlsFailure {
  /**
   * How the JDK says that the peer's first bytes were no TLS; the case of the first letter varies.
   */
  private static final String NO_TLS = "nrecognized SSL message";

  private TlsFailure() {}

  /** One sentence without a full stop. */
  static String words(SSLException failure, Route route) {
    if (isCausedBy(failure, CertificateExpiredException.class)) {
      return "The bridge's certificate has expired: IT has to renew it";
    }
    if (isCausedBy(failure, CertificateNotYetValidException.class)) {
      return "The bridge's certificate is not valid yet: is this computer's clock right?";
    }
    if (isCausedBy(failure, CertPathBuilderException.class)) {
      return "The bridge's certificate is from an authority this station does not trust:"
          + " IT can name the authority with --ca";
    }
    if (isCausedBy(failure, CertificateException.class)) {
      return "The bridge's certificate is not for the name %s, or not sound"
          .formatted(route.host());
    }
    if (Objects.requireNonNullElse(failure.getMessage(), "").contains(NO_TLS)) {
      return "The bridge's address does not speak TLS: IT can check the port, or ws instead of wss";
    }
    return "The bridge and this station do not agree on TLS";
  }

  private static boolean isCausedBy(Throwable failure, Class<? extends Throwable> type) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
        .anyMatch(type::isInstance);
  }
}
