package org.wardbeat.systemtests.device;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import org.wardbeat.systemtests.process.Child;
import org.wardbeat.systemtests.process.Part;
import org.wardbeat.wire.ward.AlarmPriority;
import org.wardbeat.wire.ward.BedId;

/**
 * A bedside device whose waves a test knows: lead II at 250 Hz and a pleth at 125 Hz, both
 * triangles, and a heart rate. It writes down what it published, and connects anew by itself, as
 * devices do.
 */
public final class TestDevice implements Part {
  public static final int ECG_HZ = 250;
  public static final int HEART_RATE = 74;
  private static final int PERIOD_MILLIS = 200;

  /** The second of a sample shows in its value, so that no two near each other are alike. */
  private static final int SECONDS_ALIKE = 16;

  /** A wave that cannot be compressed: 8 KB a second. */
  private static final int LOUD_HZ = 4_000;

  private static final int THIRD_CHANNEL = 2;

  /** Where the converter of a paced device is saturated: at the tops of the triangles. */
  private static final int HIGHEST = 100;

  /** What a device has beside its ECG and its pleth. */
  private enum Third {
    NONE(0, "", ""),
    LOUD(
        LOUD_HZ,
        """
        ,{"code":"LOUD","kind":"OTHER","frequencyHz":4000,"adcPerUnit":100,"baseline":0,"unit":"1"}""",
        ""),
    PACER(
        ECG_HZ,
        """
        ,{"code":"PACER","kind":"PACER","frequencyHz":250,"adcPerUnit":1,"baseline":0,"unit":"1"}""",
        ",\"highest\":" + HIGHEST);

    private final int hertz;
    private final String definition;
    private final String ecgLimits;

    Third(int hertz, String definition, String ecgLimits) {
      this.hertz = hertz;
      this.definition = definition;
      this.ecgLimits = ecgLimits;
    }
  }

  private static final long GOLDEN = 0x9E37_79B9_7F4A_7C15L;

  private static final int LEAST_HEART_RATE = 40;
  private static final int HEART_RATES = 160;

  /** Long enough for a loaded machine: a device that gives up connects anew, with a new birth. */
  private static final int KEEP_ALIVE_SECONDS = 20;

  /** Paho frees the place of an acknowledged message a moment after publish() has returned. */
  public static final int MOST_IN_FLIGHT = 1_000;

  private final BedId bed;
  private final int brokerPort;
  private final boolean counting;
  private final Third third;
  private final Journal journal = new Journal();
  private final Map<String, Instant> onsets = new HashMap<>();
  private final ScheduledExecutorService loop =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("device").factory());
  private final ScheduledFuture<?> ticks;
  private MqttClient client;
  private long birth = Instant.now().getEpochSecond();
  private long startedNanos;
  private long seq;
  private long[] sent = new long[3];
  private long skippedSeconds;
  private boolean silent;
  private boolean off;
  private boolean nameless;
  private String leadsOff = "";

  private TestDevice(BedId bed, int brokerPort, boolean counting, Third third)
      throws MqttException {
    this.bed = bed;
    this.brokerPort = brokerPort;
    this.counting = counting;
    this.third = third;
    this.client = newClient();
    this.ticks = loop.scheduleAtFixedRate(this::step, 0, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** Starts a device that keeps trying until its broker is there. */
  public static TestDevice start(BedId bed, int brokerPort) throws MqttException {
    return new TestDevice(bed, brokerPort, false, Third.NONE);
  }

  /** The same with another heart rate each second, so that one tells its age. */
  public static TestDevice startCounting(BedId bed, int brokerPort) throws MqttException {
    return new TestDevice(bed, brokerPort, true, Third.NONE);
  }

  /** The same with a third wave that is as large as one can be. */
  public static TestDevice startLoud(BedId bed, int brokerPort) throws MqttException {
    return new TestDevice(bed, brokerPort, true, Third.LOUD);
  }

  /**
   * One whose ECG is saturated around the top of each triangle, at which a pacemaker fires that it
   * tells on a third channel.
   */
  public static TestDevice startPaced(BedId bed, int brokerPort) throws MqttException {
    return new TestDevice(bed, brokerPort, false, Third.PACER);
  }

  /** The sample of a number: a triangle of one second, 0 to 124 and back, on a slow staircase. */
  public static int ecgSample(long index) {
    int phase = (int) (index % ECG_HZ);
    int stair = (int) (index / ECG_HZ % SECONDS_ALIKE);
    return stair + (phase < ECG_HZ / 2 ? phase : ECG_HZ - 1 - phase);
  }

  /** The sample of a number of any of its channels. */
  public static int sample(int channel, long index) {
    return channel == THIRD_CHANNEL
        ? (short) ((index * GOLDEN) >>> 48)
        : ecgSample(channel == 0 ? index : 2 * index);
  }

  private int published(int channel, long index) {
    if (channel == THIRD_CHANNEL && third == Third.PACER) {
      return index % ECG_HZ == ECG_HZ / 2 ? 1 : 0;
    }
    return sample(channel, index);
  }

  /** So many samples from a number on. */
  public static int[] ecgSamples(long from, int count) {
    return LongStream.range(from, from + count).mapToInt(TestDevice::ecgSample).toArray();
  }

  /** Stops to send, with its connection open; or goes on. */
  public void setSilent(boolean wanted) {
    onLoop(() -> silent = wanted);
  }

  /** Counts on as if so much time had passed, in which it was not heard. */
  public void skip(Duration time) {
    onLoop(() -> skippedSeconds += time.toSeconds());
  }

  /** Drops the connection without a goodbye, so that the broker sends its last will. */
  public void vanish() {
    onLoop(
        () -> {
          off = true;
          dropConnection();
        });
  }

  /** Connects anew, with a new birth. */
  public void comeBack() {
    onLoop(() -> off = false);
  }

  /** Nobody is admitted at the device any more: it connects anew and names no patient. */
  public void nameNobody() {
    onLoop(
        () -> {
          nameless = true;
          dropConnection();
        });
  }

  /** Tells which electrodes have no contact, for example {@code "RA","LL"}. */
  public void setLeadsOff(String electrodes) {
    onLoop(
        () -> {
          leadsOff = electrodes;
          publishStatus();
        });
  }

  /** Publishes anything below the topics of its bed. */
  public void publishRaw(String leaf, byte[] payload) {
    onLoop(() -> client.publish(topic(leaf), payload, 1, false));
  }

  public long birth() {
    return birth;
  }

  /** How many waves it has. */
  public int channels() {
    return third == Third.NONE ? 2 : 3;
  }

  public BedId bed() {
    return bed;
  }

  /** What it has published. */
  public Journal journal() {
    return journal;
  }

  /** An alarm begins. */
  public void raise(String condition, AlarmPriority priority) {
    onLoop(
        () -> {
          onsets.put(condition, now());
          publishAlarm(condition, priority, true);
        });
  }

  /** An alarm that was raised ends. */
  public void end(String condition, AlarmPriority priority) {
    onLoop(() -> publishAlarm(condition, priority, false));
  }

  private void publishAlarm(String condition, AlarmPriority priority, boolean active)
      throws MqttException {
    Instant onset = onsets.getOrDefault(condition, Instant.EPOCH);
    String message =
        """
        {"birth":%d,"time":"%s","priority":"%s","active":%b,"text":"%s","onset":"%s"}
        """
            .formatted(
                birth, now(), priority.name().toLowerCase(Locale.ROOT), active, condition, onset);
    client.publish(topic("alarm/" + condition), text(message), 1, true);
    journal.alarm(new Journal.AlarmEntry(condition, micros(onset), active));
  }

  private interface Step {
    void run() throws MqttException;
  }

  private void onLoop(Step step) {
    try {
      loop.submit(
              () -> {
                step.run();
                return true;
              })
          .get(Child.PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private void step() {
    if (off) {
      return;
    }
    try {
      if (!client.isConnected()) {
        connect();
      }
      publishDue();
    } catch (MqttException _) {
      dropConnection();
    }
  }

  private MqttClient newClient() throws MqttException {
    MqttClient made =
        new MqttClient(
            "tcp://127.0.0.1:" + brokerPort,
            "device %s %s".formatted(bed.unit(), bed.bed()),
            new MemoryPersistence());
    made.setTimeToWait(TimeUnit.SECONDS.toMillis(KEEP_ALIVE_SECONDS));
    return made;
  }

  private void connect() throws MqttException {
    client.close();
    client = newClient();
    birth = Math.max(birth + 1, Instant.now().getEpochSecond());
    MqttConnectOptions options = new MqttConnectOptions();
    options.setCleanSession(true);
    options.setKeepAliveInterval(KEEP_ALIVE_SECONDS);
    options.setConnectionTimeout(KEEP_ALIVE_SECONDS);
    options.setMaxInflight(MOST_IN_FLIGHT);
    options.setSocketFactory(new SpeakFirstSockets());
    options.setWill(
        topic("status"), text("{\"birth\":%d,\"online\":false}".formatted(birth)), 1, true);
    client.connect(options);
    startedNanos = System.nanoTime();
    seq = 0;
    sent = new long[3];
    skippedSeconds = 0;
    client.publish(topic("birth"), text(birthMessage()), 1, true);
    publishStatus();
  }

  private void dropConnection() {
    try {
      client.disconnectForcibly(0, 1, false);
    } catch (MqttException _) {
      // It was not connected.
    }
  }

  private String birthMessage() {
    return """
        {"birth":%d,"time":"%s","device":{"id":"test-%s"},
         %s"simulated":true,
         "channels":[
          {"code":"II","kind":"ECG","frequencyHz":250,"adcPerUnit":100,"baseline":0,"unit":"mV"%s},
          {"code":"PLETH","kind":"PLETH","frequencyHz":125,"adcPerUnit":100,"baseline":0,"unit":"1"}%s]}
        """
        .formatted(birth, now(), bed.bed(), patient(), third.ecgLimits, third.definition);
  }

  private String patient() {
    return nameless
        ? ""
        : "\"patient\":{\"id\":\"T-%s\",\"family\":\"Test\",\"given\":\"Bed\"},"
            .formatted(bed.bed());
  }

  private void publishStatus() throws MqttException {
    String status =
        "{\"birth\":%d,\"time\":\"%s\",\"online\":true,\"leadsOff\":[%s],\"batteryPercent\":80}"
            .formatted(birth, now(), leadsOff);
    client.publish(topic("status"), text(status), 1, true);
  }

  private void publishDue() throws MqttException {
    long elapsedMillis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startedNanos);
    long dueSeq = elapsedMillis / 1_000;
    while (seq <= dueSeq) {
      if (!silent) {
        publishNumerics();
      }
      seq++;
    }
    publishWave(0, ECG_HZ, elapsedMillis);
    publishWave(1, ECG_HZ / 2, elapsedMillis);
    if (third != Third.NONE) {
      publishWave(THIRD_CHANNEL, third.hertz, elapsedMillis);
    }
  }

  private void publishNumerics() throws MqttException {
    int heartRate = counting ? LEAST_HEART_RATE + (int) (seq % HEART_RATES) : HEART_RATE;
    Instant time = now();
    String message =
        """
        {"birth":%d,"seq":%d,"time":"%s","values":{"HR":%d,"PULSE":74,"RR":16,"SPO2":97,"TEMP":36.8}}
        """
            .formatted(birth, seq, time, heartRate);
    journal.numerics(new Journal.NumericsEntry(heartRate, micros(time)));
    client.publish(topic("numerics"), text(message), 1, false);
  }

  private void publishWave(int channel, int hertz, long elapsedMillis) throws MqttException {
    long due = skippedSeconds * hertz + elapsedMillis * hertz / 1_000;
    int count = (int) Math.min(due - sent[channel], 4L * hertz);
    if (count > 0 && !silent) {
      ByteBuffer payload = ByteBuffer.allocate(24 + 2 * count);
      payload.put((byte) 1).put((byte) 2).putShort((short) count).putInt((int) birth);
      payload.putLong(due - count).putLong(micros(Instant.now()));
      for (int i = 0; i < count; i++) {
        payload.putShort((short) published(channel, due - count + i));
      }
      journal.samples(birth, channel, due - count, due);
      client.publish(topic("waveform/" + channel), payload.array(), 0, false);
    }
    sent[channel] = due;
  }

  private String topic(String leaf) {
    return "wardbeat/v1/%s/%s/%s".formatted(bed.unit(), bed.bed(), leaf);
  }

  private static byte[] text(String message) {
    return message.getBytes(StandardCharsets.UTF_8);
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }

  private static long micros(Instant time) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, time);
  }

  @Override
  public void close() {
    ticks.cancel(true);
    loop.shutdownNow();
    dropConnection();
  }
}
