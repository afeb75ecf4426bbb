package org.wardbeat.station.ward;

/** What the screens may ask of the link. May be called by any thread; never blocks. */
public interface LinkControl extends BridgeRequests {
  /** Connects at once if a connection attempt is being waited for. */
  void retryNow();

  /** Asks the bridge for its figures, or no longer. */
  void diagnostics(boolean wanted);
}
