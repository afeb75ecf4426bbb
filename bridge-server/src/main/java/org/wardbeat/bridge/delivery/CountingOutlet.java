package org.wardbeat.bridge.delivery;

import org.wardbeat.bridge.clock.BridgeClock;

/** Counts what goes out, and says what may go. */
final class CountingOutlet {
  private final Outlet outlet;
  private final BridgeClock clock;
  private final Pacer pacer;
  private long frames;
  private long bytes;
  private boolean unflushed;

  CountingOutlet(Outlet outlet, BridgeClock clock, Pacer pacer) {
    this.outlet = outlet;
    this.clock = clock;
    this.pacer = pacer;
  }

  /** Whether the connection takes more. */
  boolean isWritable() {
    return outlet.isWritable();
  }

  /** Whether beds and their states may be sent now. */
  boolean takesStates() {
    return outlet.isWritable() && pacer.permitsStates(clock.nanos());
  }

  /** Whether vital signs and samples may be sent now. */
  boolean takesUpdates() {
    return outlet.isWritable() && pacer.permits(clock.nanos());
  }

  /** Sends vital signs or samples. */
  void sendUpdate(byte[] frame) {
    pacer.update();
    send(frame);
  }

  /** Sends a frame, whatever the connection takes. */
  void send(byte[] frame) {
    frames++;
    bytes += frame.length;
    unflushed = true;
    pacer.sent(frame.length);
    outlet.write(frame);
  }

  /** Sends what was written since the last flush; does nothing if that is nothing. */
  void flush() {
    if (unflushed) {
      unflushed = false;
      outlet.flush();
    }
  }

  void closeGracefully(String reason) {
    flush();
    outlet.closeGracefully(reason);
  }

  void closeNow() {
    outlet.closeNow();
  }

  long frames() {
    return frames;
  }

  long bytes() {
    return bytes;
  }
}
