package org.wardbeat.bridge.delivery;

/**
 * What a session may cost and how long it may stay silent. Durations are in milliseconds on the
 * monotonic clock.
 *
 * @param maxSessions stations served at once, at least 1; one more is told to come back later
 * @param heartbeatMillis interval of the heartbeats, 100 to 60,000
 * @param helloMillis how long a connection may take to its {@code Hello}, handshake included
 * @param silenceMillis how long a station may leave heartbeats unanswered
 * @param stalledMillis how long a station may take nothing at all off the connection
 * @param maxLagMillis how far a live waveform may fall behind before whole old chunks are given up
 *     and announced as a gap
 * @param maxBytesPerSecond most bytes of frames a station is sent a second, 0 for no limit; what
 *     cannot wait counts, but does not wait
 * @param maxUpdatesPerSecond most frames of vital signs and samples a station is sent a second, 0
 *     for no limit
 */
public record DeliveryLimits(
    int maxSessions,
    int heartbeatMillis,
    int helloMillis,
    int silenceMillis,
    int stalledMillis,
    int maxLagMillis,
    long maxBytesPerSecond,
    long maxUpdatesPerSecond) {
  /** Largest limit of a rate. */
  public static final long MAX_RATE = 0xFFFF_FFFFL;

  /** For a ward: 512 stations, a heartbeat a second, 10 s to say hello, 15 s of patience. */
  public static final DeliveryLimits STANDARD =
      new DeliveryLimits(512, 1_000, 10_000, 15_000, 15_000, 5_000);

  /**
   * @throws IllegalArgumentException if a limit is out of its range
   */
  public DeliveryLimits {
    requireRange("maxSessions", maxSessions, 1, 100_000);
    requireRange("heartbeatMillis", heartbeatMillis, 100, 60_000);
    requireRange("helloMillis", helloMillis, 1, 600_000);
    requireRange("silenceMillis", silenceMillis, 1, 600_000);
    requireRange("stalledMillis", stalledMillis, 1, 600_000);
    requireRange("maxLagMillis", maxLagMillis, 1, 60_000);
    requireRange("maxBytesPerSecond", maxBytesPerSecond, 0, MAX_RATE);
    requireRange("maxUpdatesPerSecond", maxUpdatesPerSecond, 0, MAX_RATE);
  }

  /** The same without limits of rates. */
  public DeliveryLimits(
      int maxSessions,
      int heartbeatMillis,
      int helloMillis,
      int silenceMillis,
      int stalledMillis,
      int maxLagMillis) {
    this(
        maxSessions,
        heartbeatMillis,
        helloMillis,
        silenceMillis,
        stalledMillis,
        maxLagMillis,
        0,
        0);
  }

  /** The same with other rates for each station, 0 for no limit. */
  public DeliveryLimits withRates(long bytesPerSecond, long updatesPerSecond) {
    return new DeliveryLimits(
        maxSessions,
        heartbeatMillis,
        helloMillis,
        silenceMillis,
        stalledMillis,
        maxLagMillis,
        bytesPerSecond,
        updatesPerSecond);
  }

  /** The same for another number of stations. */
  public DeliveryLimits withMaxSessions(int sessions) {
    return new DeliveryLimits(
        sessions,
        heartbeatMillis,
        helloMillis,
        silenceMillis,
        stalledMillis,
        maxLagMillis,
        maxBytesPerSecond,
        maxUpdatesPerSecond);
  }

  private static void requireRange(String name, long value, long least, long most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "%s: expected %d to %d, got %d".formatted(name, least, most, value));
    }
  }
}
