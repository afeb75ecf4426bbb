package org.wardbeat.station.link;

import java.net.InetSocketAddress;
import java.security.cert.X509Certificate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How bridges are reached.
 *
 * @param proxy the HTTP proxy for all of them, not yet looked up; null for what the system is set
 *     to
 * @param credentials what a proxy is told that asks who comes (Basic authentication), null for
 *     nothing
 * @param authorities trusted to sign bridges' certificates, beside those the Java run time trusts
 */
public record NetworkOptions(
    @Nullable InetSocketAddress proxy,
    @Nullable Credentials credentials,
    List<X509Certificate> authorities) {
  /** As the system is set. */
  public static final NetworkOptions SYSTEM = new NetworkOptions(null, null, List.of());

  public NetworkOptions {
    authorities = List.copyOf(authorities);
  }

  /** A user's name and password. */
  public record Credentials(String user, String password) {
    @Override
    public String toString() {
      return "Credentials[user=" + user + "]"; // the password is for no log
    }
  }
}
