package org.wardbeat.benchmarks.fanout.load;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.wardbeat.benchmarks.fanout.source.WardPlan;

/** What the Node bridge sends: JSON texts, and samples of 16 bits behind a number of the source. */
final class NodeDialect implements Dialect {

  private static final byte[] BED = "\"bed\":\"".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] CHANNEL = "\"channel\":".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] SOURCE = "{\"source\":".getBytes(StandardCharsets.US_ASCII);

  private final Payloads payloads;
  private final int[] bedOfSource;

  NodeDialect(WardPlan plan, Account account) {
    this.payloads = new Payloads(plan, account);
    this.bedOfSource = new int[plan.beds() + 1]; // it counts from 1
  }

  @Override
  public String subProtocol() {
    return "";
  }

  @Override
  public void opened(Link link) {
    // The address has said what is wanted.
  }

  @Override
  public void received(ByteBuffer message, Link link) throws IOException {
    byte first = message.get(message.position());
    if (first != '{') {
      samples(message);
    } else if (message.get(message.position() + 2) == 's') {
      source(message);
    } else {
      Payloads.find(message, BED);
      int bed = (int) Payloads.number(message) - 1;
      payloads.json(bed, message);
    }
  }

  private void source(ByteBuffer message) throws IOException {
    Payloads.find(message, SOURCE);
    int source = (int) Payloads.number(message);
    Payloads.find(message, BED);
    bedOfSource[source] = (int) Payloads.number(message) - 1;
    Payloads.find(message, CHANNEL);
  }

  private void samples(ByteBuffer message) {
    int bed = bedOfSource[message.getShort() & 0xFFFF];
    long first = message.getInt() & 0xFFFF_FFFFL;
    payloads.samples(bed, first, message.remaining() / 2);
  }

  @Override
  public boolean isReady() {
    return true;
  }

  @Override
  public long[] ledger() {
    return payloads.ledger();
  }
}
