package org.wardbeat.benchmarks.fanout.load;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.wardbeat.benchmarks.fanout.source.MqttPackets;
import org.wardbeat.benchmarks.fanout.source.WardPlan;

/** MQTT 3.1.1 over WebSocket with QoS 0: a message of WebSocket holds whole packets. */
final class MqttDialect implements Dialect {

  private static final int TYPE_MASK = 0xF0;
  private static final int QOS_MASK = 0x06;

  private final List<String> filters;
  private final String clientId;
  private final Payloads payloads;
  private boolean ready;

  MqttDialect(WardPlan plan, List<String> units, Account account, String clientId) {
    this.filters =
        units.isEmpty()
            ? plan.filters("+")
            : units.stream().flatMap(unit -> plan.filters(unit).stream()).toList();
    this.clientId = clientId;
    this.payloads = new Payloads(plan, account);
  }

  @Override
  public String subProtocol() {
    return "mqtt";
  }

  @Override
  public void opened(Link link) throws IOException {
    link.send(MqttPackets.connect(clientId));
  }

  @Override
  public void openedBlindly(Link link) throws IOException {
    link.send(MqttPackets.subscribe(filters));
  }

  @Override
  public void received(ByteBuffer message, Link link) throws IOException {
    int end = message.limit();
    while (message.position() < end) {
      int type = message.get() & 0xFF;
      int length = remainingLength(message);
      if (message.position() + length > end) {
        throw new IOException("expected whole MQTT packets in a WebSocket message");
      }
      int next = message.position() + length;
      message.limit(next);
      packet(type, message, link);
      message.limit(end).position(next);
    }
  }

  private static int remainingLength(ByteBuffer in) {
    int value = 0;
    int shift = 0;
    byte next;
    do {
      next = in.get();
      value |= (next & 0x7F) << shift;
      shift += 7;
    } while (next < 0);
    return value;
  }

  private void packet(int type, ByteBuffer in, Link link) throws IOException {
    if ((type & TYPE_MASK) == MqttPackets.PUBLISH) {
      publish(type, in);
    } else if (type == MqttPackets.CONNACK) {
      if (in.get(in.position() + 1) != 0) {
        throw new IOException("the broker did not let a client connect");
      }
      link.send(MqttPackets.subscribe(filters));
    } else if (type == MqttPackets.SUBACK) {
      ready = true;
    }
  }

  private void publish(int type, ByteBuffer in) throws IOException {
    int topicEnd = in.getShort() + in.position();
    int bed = payloads.bedInTopic(in);
    boolean numerics = in.get() == 'n';
    in.position(topicEnd + ((type & QOS_MASK) == 0 ? 0 : 2));
    if (numerics) {
      payloads.json(bed, in);
    } else {
      payloads.waveform(bed, in);
    }
  }

  @Override
  public boolean isReady() {
    return ready;
  }

  @Override
  public long[] ledger() {
    return payloads.ledger();
  }
}
