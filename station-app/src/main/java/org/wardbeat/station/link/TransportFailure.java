package org.wardbeat.station.link;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.net.http.WebSocketHandshakeException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Locale;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/**
 * Why a transport ended, in words for people.
 *
 * @param reason one sentence without a full stop
 * @param retryAfterMillis how long the bridge asked to be left alone, 0 if it did not
 */
record TransportFailure(String reason, long retryAfterMillis) {
  private static final long MAX_RETRY_AFTER_SECONDS = 600;

  static TransportFailure of(String reason) {
    return new TransportFailure(reason, 0);
  }

  static TransportFailure of(Throwable failure) {
    Throwable cause = rootOf(failure);
    return switch (cause) {
      case WebSocketHandshakeException refused -> refused(refused.getResponse());
      case HttpTimeoutException _ -> of("The bridge did not answer in time");
      case UnresolvedAddressException _ -> of("The bridge's host name is not known");
      case ConnectException _ when rootCause(cause) instanceof UnresolvedAddressException ->
          of("The bridge's host name is not known");
      case ConnectException _ -> of("Nothing answers at the bridge's address");
      case IOException _ -> of("The connection to the bridge broke");
      default -> of("The connection failed: " + cause.getClass().getSimpleName());
    };
  }

  private static TransportFailure refused(HttpResponse<?> answer) {
    long seconds =
        answer.headers().firstValue("Retry-After").filter(TransportFailure::isSeconds).stream()
            .mapToLong(Long::parseLong)
            .map(value -> Math.min(value, MAX_RETRY_AFTER_SECONDS))
            .findFirst()
            .orElse(0);
    return new TransportFailure(
        String.format(
            Locale.ROOT,
            "The bridge's address answered with HTTP status %d, not as a bridge",
            answer.statusCode()),
        TimeUnit.SECONDS.toMillis(seconds));
  }

  private static boolean isSeconds(String text) {
    return text.matches("\\d{1,9}");
  }

  private static Throwable rootOf(Throwable failure) {
    Throwable cause = failure;
    while (cause instanceof CompletionException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }

  private static Throwable rootCause(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }
}
