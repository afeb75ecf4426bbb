package org.wardbeat.bridge.delivery;

/** Counts what goes out. */
final class CountingOutlet {
  private final Outlet outlet;
  private long frames;
  private long bytes;
  private boolean unflushed;

  CountingOutlet(Outlet outlet) {
    this.outlet = outlet;
  }

  boolean isWritable() {
    return outlet.isWritable();
  }

  /** Whether vital signs and samples may be sent now. */
  boolean takesUpdates() {
    return outlet.isWritable();
  }

  /** Sends vital signs or samples. */
  void sendUpdate(byte[] frame) {
    send(frame);
  }

  void send(byte[] frame) {
    frames++;
    bytes += frame.length;
    unflushed = true;
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
