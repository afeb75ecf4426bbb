package org.wardbeat.bridge.delivery;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.wardbeat.wire.frame.Frame;

/** A connection that takes as much as the model says, and holds what the station has not read. */
final class ModelOutlet implements Outlet {
  /**
   * Something on its way to the station.
   *
   * @param frame a frame, null for a subscription that the bridge has taken
   * @param subscribed from here on this is what the station wants, null for a frame
   * @param alarms how many alarms had happened as it was written
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Item(byte @Nullable [] frame, Frame.@Nullable Subscribe subscribed, int alarms) {}

  private final Deque<Item> unread = new ArrayDeque<>();
  private final IntSupplier alarms;
  private int capacity = Integer.MAX_VALUE;
  private boolean closed;

  ModelOutlet(IntSupplier alarms) {
    this.alarms = alarms;
  }

  void take(int frames) {
    capacity = frames;
  }

  void subscribed(Frame.Subscribe subscribe) {
    unread.add(new Item(null, subscribe, alarms.getAsInt()));
  }

  @Nullable Item read() {
    return unread.poll();
  }

  boolean closed() {
    return closed;
  }

  @Override
  public boolean isWritable() {
    return capacity > 0;
  }

  @Override
  public void write(byte[] frame) {
    capacity--;
    unread.add(new Item(frame, null, alarms.getAsInt()));
  }

  @Override
  public void flush() {
    // what is written is on its way
  }

  @Override
  public void closeGracefully(String reason) {
    closed = true;
  }

  @Override
  public void closeNow() {
    closed = true;
    unread.clear();
  }
}
