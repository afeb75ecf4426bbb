package org.wardbeat.benchmarks.alarms;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.wardbeat.benchmarks.fanout.source.MqttPackets;
import org.wardbeat.benchmarks.fanout.source.WardPlan;

/** The devices' alarms, over a connection of their own, with QoS 1 and retained. */
final class AlarmSource implements AutoCloseable {
  private static final int WELCOME_BYTES = 4;
  private static final int MOST_PACKET_IDS = 0xFFFF;

  private final WardPlan plan;
  private final long birth;
  private final Socket socket;
  private final OutputStream out;
  private int packetId;
  private Instant onset = Instant.EPOCH;

  /**
   * Connects to the broker.
   *
   * @param birth the birth number of the devices
   */
  AlarmSource(WardPlan plan, long birth, int brokerPort) throws IOException {
    this.plan = plan;
    this.birth = birth;
    this.socket = new Socket(InetAddress.getLoopbackAddress(), brokerPort);
    socket.setTcpNoDelay(true);
    this.out = socket.getOutputStream();
    out.write(MqttPackets.connect("bench-alarms"));
    byte[] welcome = socket.getInputStream().readNBytes(WELCOME_BYTES);
    if (welcome.length < WELCOME_BYTES || welcome[WELCOME_BYTES - 1] != 0) {
      throw new IOException("the broker did not let the alarms connect");
    }
    Thread.ofPlatform().daemon().name("bench-alarm-receipts").start(this::receive);
  }

  private void receive() {
    try (InputStream in = socket.getInputStream()) {
      in.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      Thread.currentThread().interrupt(); // the socket was closed, and with it this ends
    }
  }

  /** A bed's alarm begins; returns when it was handed to the socket, on the monotonic clock. */
  long raise(int bed, String text) throws IOException {
    onset = Instant.now().truncatedTo(ChronoUnit.MICROS);
    byte[] packet = packet(bed, text, true, onset);
    long now = System.nanoTime();
    out.write(packet);
    return now;
  }

  /** The alarm that was raised last ends. */
  void end(int bed, String text) throws IOException {
    out.write(packet(bed, text, false, Instant.now().truncatedTo(ChronoUnit.MICROS)));
  }

  private byte[] packet(int bed, String text, boolean active, Instant time) {
    String json =
        """
        {"birth":%d,"time":"%s","priority":"high","active":%b,"text":"%s","onset":"%s"}\
        """
            .formatted(birth, time, active, text, onset);
    packetId = packetId % MOST_PACKET_IDS + 1;
    return MqttPackets.publish(
        (plan.topic(bed) + "alarm/BENCH").getBytes(StandardCharsets.UTF_8),
        json.getBytes(StandardCharsets.UTF_8),
        true,
        packetId);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
