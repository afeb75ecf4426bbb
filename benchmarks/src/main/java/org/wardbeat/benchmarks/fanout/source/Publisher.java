package org.wardbeat.benchmarks.fanout.source;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * All devices of a ward over one connection to the broker: vital signs with QoS 1, samples with QoS
 * 0. Each device keeps its own phase, so that the load is as even or uneven as chance makes it, and
 * the same for all subjects.
 *
 * <p>A message is stamped as it is handed to the socket; if that is more than 2 ms after it was
 * due, because the broker takes no more, then with the time at which it was due, so that waiting is
 * counted.
 */
public final class Publisher implements AutoCloseable {

  private static final long LATE_NANOS = 2_000_000;
  private static final long NEVER_NANOS = 1_000_000_000_000L;
  private static final int MOST_PACKET_IDS = 0xFFFF;
  private static final long STOP_MILLIS = 10_000;

  private final WardPlan plan;
  private final Stamps stamps;
  private final Socket socket;
  private final OutputStream out;
  private final Thread thread;
  private final Thread receiver;
  private final Instant beganAt = Instant.now().truncatedTo(ChronoUnit.MILLIS);
  private final long beganNanos = System.nanoTime();
  private final long birth = VitalsWalk.birthFor(beganAt);
  private final VitalsWalk[] walks;
  private final EcgTape[] tapes;
  private final byte[][] numericsTopics;
  private final byte[][] waveTopics;
  private Rota waves = new Rota(0, 1, 2);
  private Rota vitals = new Rota(0, 1, 1);
  private int packetId;
  private long payloadBytes;
  private long payloads;
  private final Histogram latenessMicros = new Histogram(TimeUnit.MINUTES.toMicros(10), 3);
  private volatile @Nullable Rates asked;
  private volatile @Nullable Rates followed;
  private volatile @Nullable IOException failure;
  private volatile boolean closed;

  /**
   * Connects to the broker on a loopback port.
   *
   * @throws IOException if it refuses
   */
  public Publisher(WardPlan plan, int brokerPort, Stamps stamps) throws IOException {
    this.plan = plan;
    this.stamps = stamps;
    this.walks = new VitalsWalk[plan.beds()];
    this.tapes = new EcgTape[plan.waveforms() ? plan.beds() : 0];
    this.numericsTopics = new byte[plan.beds()][];
    this.waveTopics = new byte[plan.beds()][];
    for (int bed = 0; bed < plan.beds(); bed++) {
      prepare(bed);
    }
    this.socket = new Socket(InetAddress.getLoopbackAddress(), brokerPort);
    socket.setTcpNoDelay(true);
    this.out = new BufferedOutputStream(socket.getOutputStream(), 1 << 16);
    out.write(MqttPackets.connect("bench-devices-" + plan.firstUnit()));
    out.flush();
    awaitWelcome(socket.getInputStream());
    this.thread = Thread.ofPlatform().daemon().name("bench-devices").unstarted(this::run);
    this.receiver = Thread.ofPlatform().daemon().name("bench-receipts").start(this::receive);
  }

  private void prepare(int bed) {
    walks[bed] = new VitalsWalk(bed, birth);
    numericsTopics[bed] = topic(bed, "numerics");
    if (plan.waveforms()) {
      tapes[bed] = new EcgTape(bed, birth);
      waveTopics[bed] = topic(bed, "waveform/0");
    }
  }

  private byte[] topic(int bed, String last) {
    return (plan.topic(bed) + last).getBytes(StandardCharsets.UTF_8);
  }

  private static void awaitWelcome(InputStream in) throws IOException {
    byte[] welcome = in.readNBytes(4);
    if (welcome.length < 4 || (welcome[0] & 0xFF) != MqttPackets.CONNACK || welcome[3] != 0) {
      throw new IOException("the broker did not let the devices connect");
    }
  }

  /** Receipts for QoS 1 are read so that the broker can write them. */
  private void receive() {
    try (InputStream in = socket.getInputStream()) {
      in.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      fail(e);
    }
  }

  private void fail(IOException e) {
    if (!closed) {
      failure = e;
    }
  }

  /** Says what devices there are; before {@link #pace}. */
  public void announce() throws IOException {
    String channels =
        plan.waveforms()
            ? "{\"code\":\"II\",\"kind\":\"ECG\",\"frequencyHz\":250,\"adcPerUnit\":200,"
                + "\"baseline\":0,\"unit\":\"mV\"}"
            : "";
    for (int bed = 0; bed < plan.beds(); bed++) {
      String device =
          """
          {"birth":%d,"time":"%s","device":{"id":"bench-%d"},"patient":{"id":"B-%d","family":"Bench","given":"Bed %d"},\
          "simulated":true,"channels":[%s]}\
          """
              .formatted(birth, beganAt, bed, bed, bed, channels);
      retain(bed, "birth", device);
      retain(bed, "status", "{\"birth\":%d,\"online\":true}".formatted(birth));
    }
    out.flush();
  }

  private void retain(int bed, String last, String json) throws IOException {
    byte[] payload = json.getBytes(StandardCharsets.UTF_8);
    out.write(MqttPackets.publish(topic(bed, last), payload, true, nextPacketId()));
  }

  private int nextPacketId() {
    packetId = packetId % MOST_PACKET_IDS + 1;
    return packetId;
  }

  /**
   * How often each device sends.
   *
   * @param vitals time between messages with vital signs, zero to send none
   * @param chunks time between chunks of a waveform, zero to send none; 250 ms, or less to have
   *     something to do
   */
  public record Rates(Duration vitals, Duration chunks) {
    /** Nothing is sent. */
    public static final Rates STOPPED = new Rates(Duration.ZERO, Duration.ZERO);

    private static final Duration CHUNK = Duration.ofMillis(250);

    /** Vital signs so often, and waveforms as fast as time passes. */
    public static Rates of(Duration vitals) {
      return new Rates(vitals, CHUNK);
    }

    /** All of it so many times as often. */
    public Rates times(int factor) {
      return new Rates(vitals.dividedBy(factor), chunks.dividedBy(factor));
    }
  }

  /**
   * From now on each device sends so often. Returns when that has begun; nothing sent before is
   * left in a buffer then.
   *
   * @throws IOException if the connection to the broker broke
   */
  public void pace(Rates rates) throws IOException, InterruptedException {
    asked = rates;
    if (thread.getState() == Thread.State.NEW) {
      thread.start();
    }
    LockSupport.unpark(thread);
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(STOP_MILLIS);
    while (!rates.equals(followed)) {
      check();
      if (System.nanoTime() > deadline) {
        throw new IOException("the broker takes no more of the devices");
      }
      Thread.sleep(1);
    }
    check();
  }

  private void check() throws IOException {
    IOException cause = failure;
    if (cause != null) {
      throw new IOException("the devices' connection to the broker broke", cause);
    }
  }

  private void run() {
    try {
      while (!closed) {
        Rates now = asked;
        if (now != null && !now.equals(followed)) {
          follow(now);
        }
        sendWhatIsDue();
      }
    } catch (IOException e) {
      fail(e);
    }
  }

  private void follow(Rates rates) {
    vitals = new Rota(plan.beds(), rates.vitals.toNanos(), 1);
    waves = new Rota(tapes.length, rates.chunks.toNanos(), 2);
    followed = rates;
  }

  private void sendWhatIsDue() throws IOException {
    boolean sent = false;
    while (!closed && Objects.equals(asked, followed)) {
      Rota next = waves.dueNanos() < vitals.dueNanos() ? waves : vitals;
      long now = System.nanoTime();
      if (next.dueNanos() - now > 0) {
        break;
      }
      send(next, now);
      sent = true;
    }
    if (sent) {
      out.flush();
    }
    long wait = Math.min(waves.dueNanos(), vitals.dueNanos()) - System.nanoTime();
    if (wait > 0) {
      LockSupport.parkNanos(Math.min(wait, 50_000_000));
    }
  }

  private void send(Rota rota, long nowNanos) throws IOException {
    int bed = rota.who();
    long due = rota.dueNanos();
    latenessMicros.recordValue(Math.max(0, nowNanos - due) / 1_000);
    long stamp = nowNanos - due > LATE_NANOS ? due : nowNanos;
    if (rota == waves) {
      int source = plan.beds() + bed;
      long chunk = stamps.count(source);
      stamps.publish(source, chunk, stamp);
      byte[] payload = tapes[bed].message(chunk, time(due).toEpochMilli() * 1_000);
      out.write(MqttPackets.publish(waveTopics[bed], payload, false, 0));
    } else {
      long seq = stamps.count(bed);
      byte[] payload = walks[bed].next(seq, time(due));
      payloadBytes += payload.length;
      payloads++;
      stamps.publish(bed, seq, stamp);
      out.write(MqttPackets.publish(numericsTopics[bed], payload, false, nextPacketId()));
    }
    rota.advance();
  }

  /** A device's time, in whole milliseconds. */
  private Instant time(long nanos) {
    return beganAt.plusMillis((nanos - beganNanos) / 1_000_000);
  }

  /** The birth number of all devices. */
  public long birth() {
    return birth;
  }

  /** Mean length of a message with vital signs, in bytes of JSON; while nothing is published. */
  public double meanPayloadBytes() {
    return payloads == 0 ? 0 : (double) payloadBytes / payloads;
  }

  /** How late 99 of 100 messages were handed to the socket at most; while nothing is published. */
  public double latenessP99Millis() {
    return latenessMicros.getValueAtPercentile(99) / 1e3;
  }

  @Override
  public void close() throws IOException {
    closed = true;
    LockSupport.unpark(thread);
    socket.close();
    try {
      thread.join(STOP_MILLIS);
      receiver.join(STOP_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Who is due next and when: each once in a period, always in the same random phase. */
  private static final class Rota {

    private final int[] order;
    private final double[] phases;
    private final long periodNanos;
    private final long beginNanos = System.nanoTime();
    private long round;
    private int next;

    /** Nobody is ever due without devices, or if the period is 0. */
    Rota(int devices, long periodNanos, long seed) {
      this.periodNanos = periodNanos;
      int count = periodNanos == 0 ? 0 : devices;
      SplittableRandom random = new SplittableRandom(seed);
      this.phases = random.doubles(count).sorted().toArray();
      this.order = new int[count];
      for (int i = 1; i < count; i++) {
        int other = random.nextInt(i + 1);
        order[i] = order[other];
        order[other] = i;
      }
    }

    long dueNanos() {
      return order.length == 0
          ? System.nanoTime() + NEVER_NANOS
          : beginNanos + (long) ((round + phases[next]) * periodNanos);
    }

    int who() {
      return order[next];
    }

    void advance() {
      next++;
      if (next == order.length) {
        next = 0;
        round++;
      }
    }
  }
}
