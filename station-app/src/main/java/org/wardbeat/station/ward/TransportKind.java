package org.wardbeat.station.ward;

/** The ways to a bridge, the best first: each is tried where the ones before it do not work. */
public enum TransportKind {
  /** Both directions on one connection (RFC 6455). */
  WEB_SOCKET("WebSocket"),

  /** Frames come in bodies of HTTP that go on and on. */
  HTTP_STREAM("HTTP streaming"),

  /**
   * Each answer of HTTP brings what there is and ends: survives proxies that hold bodies back. Too
   * costly for waveforms.
   */
  LONG_POLL("Long polling");

  private final String label;

  TransportKind(String label) {
    this.label = label;
  }

  /** What people are told it is. */
  public String label() {
    return label;
  }
}
