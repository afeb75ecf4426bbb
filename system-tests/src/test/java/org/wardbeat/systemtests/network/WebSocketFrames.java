package org.wardbeat.systemtests.network;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Cuts the bytes of one direction of a WebSocket into frames (RFC 6455 §5.2), untouched. Confined
 * to one thread.
 */
public final class WebSocketFrames {
  public static final int BINARY = 2;
  public static final int CLOSE = 8;
  public static final int PING = 9;
  public static final int PONG = 10;

  private static final int FIN = 0x80;
  private static final int MASKED = 0x80;
  private static final int MASK_BYTES = 4;

  /** A whole frame as it is on the wire, with its opcode and its payload without a mask. */
  @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
  public record WebSocketFrame(int opcode, byte[] bytes, byte[] payload) {
    boolean isControl() {
      return opcode >= CLOSE;
    }
  }

  private byte[] pending = {};

  /** Takes the next bytes. */
  public void add(byte[] bytes, int length) {
    int held = pending.length;
    pending = Arrays.copyOf(pending, held + length);
    System.arraycopy(bytes, 0, pending, held, length);
  }

  /** The next frame that is complete, null if there is none. */
  public @Nullable WebSocketFrame next() {
    ByteBuffer in = ByteBuffer.wrap(pending);
    if (in.remaining() < 2) {
      return null;
    }
    int opcode = in.get() & 0x0F;
    int second = in.get();
    long length = second & 0x7F;
    int more = length == 126 ? Short.BYTES : length == 127 ? Long.BYTES : 0;
    if (in.remaining() < more) {
      return null;
    }
    if (more > 0) {
      length = more == Short.BYTES ? in.getShort() & 0xFFFF : in.getLong();
    }
    boolean masked = (second & MASKED) != 0;
    if (in.remaining() < length + (masked ? MASK_BYTES : 0)) {
      return null;
    }
    byte[] mask = new byte[MASK_BYTES];
    if (masked) {
      in.get(mask);
    }
    byte[] payload = new byte[(int) length];
    in.get(payload);
    for (int i = 0; i < payload.length; i++) {
      payload[i] ^= mask[i % MASK_BYTES];
    }
    byte[] whole = Arrays.copyOf(pending, in.position());
    pending = Arrays.copyOfRange(pending, in.position(), pending.length);
    return new WebSocketFrame(opcode, whole, payload);
  }

  /** A frame; to a server it has to be masked, for which a mask of zeros will do. */
  public static byte[] encode(int opcode, byte[] payload, boolean masked) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(payload.length + 14);
    int mask = masked ? MASKED : 0;
    out.write(FIN | opcode);
    if (payload.length < 126) {
      out.write(mask | payload.length);
    } else if (payload.length < 1 << 16) {
      out.write(mask | 126);
      out.writeBytes(ByteBuffer.allocate(Short.BYTES).putShort((short) payload.length).array());
    } else {
      out.write(mask | 127);
      out.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(payload.length).array());
    }
    if (masked) {
      out.writeBytes(new byte[MASK_BYTES]);
    }
    out.writeBytes(payload);
    return out.toByteArray();
  }
}
