package org.wardbeat.benchmarks.fanout.load;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.wardbeat.benchmarks.fanout.source.EcgTape;
import org.wardbeat.benchmarks.fanout.source.WardPlan;

/** Finds in devices' payloads which message of which device they are. */
final class Payloads {

  private static final byte[] SEQ = "\"seq\":".getBytes(StandardCharsets.US_ASCII);
  private static final int SLASHES_BEFORE_BED = 3;
  private static final int SAMPLE_COUNT_AT = 2;
  private static final int FIRST_SAMPLE_AT = 8;

  private final WardPlan plan;
  private final Account account;
  private final long[] ledger;

  Payloads(WardPlan plan, Account account) {
    this.plan = plan;
    this.account = account;
    this.ledger = account.newLedger();
  }

  long[] ledger() {
    return ledger;
  }

  /** The bed of a topic; the position is then behind the slash after it. */
  int bedInTopic(ByteBuffer in) {
    int slashes = 0;
    while (slashes < SLASHES_BEFORE_BED) {
      slashes += in.get() == '/' ? 1 : 0;
    }
    return (int) number(in) - 1;
  }

  /** A JSON payload with vital signs. */
  void json(int bed, ByteBuffer in) throws IOException {
    find(in, SEQ);
    account.delivered(ledger, bed, number(in));
  }

  /** A waveform payload as devices send it. */
  void waveform(int bed, ByteBuffer in) {
    int count = in.getShort(in.position() + SAMPLE_COUNT_AT);
    long first = in.getLong(in.position() + FIRST_SAMPLE_AT);
    samples(bed, first, count);
  }

  void samples(int bed, long first, int count) {
    account.delivered(ledger, plan.beds() + bed, EcgTape.chunksIn(first + count) - 1);
  }

  /** Reads digits and the byte after them. */
  static long number(ByteBuffer in) {
    long value = 0;
    for (int digit = in.get() - '0'; digit >= 0 && digit <= 9; digit = in.get() - '0') {
      value = 10 * value + digit;
    }
    return value;
  }

  /** Moves behind the first place where these bytes are, which must not repeat their first one. */
  static void find(ByteBuffer in, byte[] bytes) throws IOException {
    int found = 0;
    while (in.hasRemaining()) {
      byte next = in.get();
      found = next == bytes[found] ? found + 1 : next == bytes[0] ? 1 : 0;
      if (found == bytes.length) {
        return;
      }
    }
    throw new IOException(
        "expected %s in a message".formatted(new String(bytes, StandardCharsets.US_ASCII)));
  }
}
