package org.wardbeat.bridge.delivery;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.wardbeat.wire.frame.Frame;
import org.wardbeat.wire.frame.FrameCodec;
import org.wardbeat.wire.frame.FrameDecodeException;

/** A connection that takes as many frames as a test says. */
final class FakeOutlet implements Outlet {
  private final List<byte[]> written = new ArrayList<>();
  private int read;
  private int capacity = Integer.MAX_VALUE;
  private int flushes;
  private boolean closed;

  /** Has it take so many frames more. */
  void take(int frames) {
    capacity = frames;
  }

  @Override
  public boolean isWritable() {
    return capacity > 0;
  }

  @Override
  public void write(byte[] frame) {
    capacity--;
    written.add(frame);
  }

  @Override
  public void flush() {
    flushes++;
  }

  @Override
  public void closeGracefully(String reason) {
    closed = true;
  }

  @Override
  public void closeNow() {
    closed = true;
  }

  boolean closed() {
    return closed;
  }

  int flushes() {
    return flushes;
  }

  /** The frames written since the last call, as they are. */
  List<byte[]> bytes() {
    List<byte[]> unread = List.copyOf(written.subList(read, written.size()));
    read = written.size();
    return unread;
  }

  /** The frames written since the last call. */
  List<Frame> frames(FrameCodec codec) {
    return bytes().stream().map(bytes -> decode(codec, bytes)).toList();
  }

  static Frame decode(FrameCodec codec, byte[] bytes) {
    try {
      return codec.decode(ByteBuffer.wrap(bytes));
    } catch (FrameDecodeException e) {
      throw new AssertionError("the bridge sent a frame that cannot be decoded", e);
    }
  }
}
