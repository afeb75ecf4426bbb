package org.wardbeat.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.util.BitSet;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wardbeat.render.ring.SampleRing;
import org.wardbeat.systemtests.device.TestDevice;
import org.wardbeat.systemtests.process.BrokerProcess;
import org.wardbeat.systemtests.process.Child;
import org.wardbeat.systemtests.process.Part;
import org.wardbeat.systemtests.process.Ports;
import org.wardbeat.systemtests.process.Programs;
import org.wardbeat.wire.ward.BedId;

/**
 * What a nurse sees when a part fails, and after it is back. Each state shows within three seconds
 * of its own timer.
 */
class FailuresIT {
  private static final BedId BED = new BedId("4 East", "407");
  private static final Duration SLACK = Duration.ofSeconds(3);
  private static final Duration AT_ONCE = Duration.ZERO;

  /** The bridge hears nothing of the broker for so long: two keep-alives less their margin. */
  private static final Duration BROKER_SILENT = Duration.ofSeconds(7);

  private static final Duration STALLED = Duration.ofSeconds(3);
  private static final Duration OFFLINE = Duration.ofSeconds(10);
  private static final Duration DIMMED = Duration.ofSeconds(5);
  private static final Duration OLD = Duration.ofSeconds(10);
  private static final Duration LOST = Duration.ofSeconds(30);

  /** The longest wait before a part tries to reach another again, and some time to succeed. */
  private static final Duration RECOVERY = Duration.ofSeconds(30);

  private static final String CLOCK = "\\d\\d:\\d\\d:\\d\\d";
  private static final Pattern AGO = Pattern.compile("\\((\\d\\d):(\\d\\d) ago\\)");
  private static final String LIVE =
      "LIVE  1 of 1 monitored beds fresh, oldest value \\d+\\.\\d s.*";
  private static final String CUT_OFF =
      "NOT LIVE — devices cut off since "
          + CLOCK
          + " \\(\\d\\d:\\d\\d ago\\) / Use the bedside monitors now\\."
          + " The bridge answers, but no device data reaches it\\.";
  private static final String LAST_DATA =
      "NOT LIVE — last data "
          + CLOCK
          + " \\(\\d\\d:\\d\\d ago\\) / Use the bedside monitors now\\."
          + " No waves, numbers or alarms reach this station\\.";

  private BrokerProcess broker;
  private TestDevice device;
  private Child bridge;
  private StationScreen screen;

  @BeforeAll
  static void startToolkit() {
    StationScreen.startToolkit();
  }

  @BeforeEach
  void startWard() throws MqttException {
    broker = BrokerProcess.start(Ports.free());
    device = TestDevice.start(BED, broker.port());
    bridge = Programs.startBridge(broker.port(), Ports.free(broker.port() + 1));
    screen = StationScreen.open(Programs.webSocketOf(bridge));
    awaitLive();
  }

  @AfterEach
  void endWard() {
    for (Part part : new Part[] {screen, bridge, device, broker}) {
      if (part != null) {
        part.close();
      }
    }
  }

  @Test
  void aKilledBrokerCutsTheDevicesOff() {
    broker.kill();

    awaitBanner(AT_ONCE, CUT_OFF);
    assertNothingIsLive();
    awaitCountingAge();

    awaitSeconds(6);
    broker.restart();
    awaitRecovery();
  }

  @Test
  void aFrozenBrokerCutsTheDevicesOff() {
    broker.freeze();

    awaitBanner(BROKER_SILENT, CUT_OFF);
    assertNothingIsLive();
    awaitCountingAge();

    broker.thaw();
    awaitRecovery();
  }

  @Test
  void aKilledBridgeLeavesNothingLive() {
    long birth = device.birth();
    int port = webSocket().getPort();
    bridge.kill();

    awaitBanner(AT_ONCE, LAST_DATA);
    assertNothingIsLive();
    assertThat(screen.text("banner-reconnect")).startsWith("Reconnecting, try ");
    awaitCountingAge();

    awaitSeconds(6);
    bridge = Programs.startBridge(broker.port(), port);
    awaitRecovery();
    assertRingHoldsGap(birth);
  }

  @Test
  void aBridgeThatStartsBeforeItsBrokerAnswersTakesNoBedAway() {
    long birth = device.birth();
    int port = webSocket().getPort();
    broker.freeze();
    bridge.kill();
    bridge = Programs.startBridge(broker.port(), port);
    webSocket();

    awaitText("the bridge answers", RECOVERY, () -> screen.banner(), ".*The bridge answers.*");
    awaitSeconds(3);
    assertNothingIsLive();
    assertThat(screen.name(BED)).isEqualTo("Test, B");

    broker.thaw();
    awaitRecovery();
    assertRingHoldsGap(birth);
  }

  @Test
  void aFrozenBridgeIsNoContactAndThenNotLive() {
    bridge.freeze();

    awaitBanner(
        STALLED, "NO CONTACT \\d+ s  Numbers on screen are from " + CLOCK + "\\. \\| Reconnecting");
    awaitBanner(OFFLINE, LAST_DATA);
    assertNothingIsLive();
    awaitCountingAge();

    bridge.thaw();
    awaitRecovery();
  }

  @Test
  void aSilentDeviceAgesUntilItsDataIsGone() {
    long birth = device.birth();
    device.setSilent(true);

    awaitText("age", DIMMED, () -> screen.header(BED), "age [5-9] s");
    assertThat(screen.waveText(BED)).matches("No wave for \\d s");
    assertNoWave();
    awaitText("data old", OLD, () -> screen.header(BED), "!! DATA OLD age 1\\d s");
    assertThat(screen.heartRate(BED)).isEqualTo("---");
    assertThat(screen.waveText(BED)).matches("Last known at " + CLOCK);
    awaitText("no data", LOST, () -> screen.header(BED), "!!! NO DATA 3\\d s");
    assertThat(screen.waveText(BED)).matches("NO DATA FROM BED 3\\d s");
    assertThat(screen.banner()).startsWith("NO DATA  0 of 1 monitored beds fresh");

    device.setSilent(false);
    awaitRecovery();
    assertRingHoldsGap(birth);
  }

  @Test
  void aDeviceWhoseLastWillCameIsOff() {
    device.vanish();

    awaitText("device off", AT_ONCE, () -> screen.header(BED), "!! DEVICE OFF 0:0\\d");
    assertThat(screen.waveText(BED)).isEqualTo("DEVICE OFF");
    assertThat(screen.heartRate(BED)).isEqualTo("---");
    assertNoWave();
    awaitText("the age counts", Duration.ofSeconds(5), () -> screen.header(BED), ".* 0:0[5-9]");

    device.comeBack();
    awaitRecovery();
  }

  @Test
  void electrodesThatAreOffAreNamedInsteadOfAWave() {
    device.setLeadsOff("\"RA\",\"LL\"");

    awaitText("leads off", AT_ONCE, () -> screen.header(BED), "! LEADS OFF 0:0\\d");
    assertThat(screen.waveText(BED)).isEqualTo("LEADS OFF: RA, LL");
    assertThat(screen.heartRate(BED)).isEqualTo("---");
    assertThat(screen.banner()).matches(LIVE).contains("407 leads off");
    assertNoWave();
    awaitText("the age counts", Duration.ofSeconds(5), () -> screen.header(BED), ".* 0:0[5-9]");

    device.setLeadsOff("");
    awaitText("no message", AT_ONCE, () -> screen.header(BED), "");
    awaitLive();
  }

  private URI webSocket() {
    return Programs.webSocketOf(bridge);
  }

  private void awaitLive() {
    await("the screen is live")
        .atMost(Child.PATIENCE)
        .untilAsserted(
            () -> {
              assertThat(screen.banner()).matches(LIVE);
              assertThat(screen.heartRate(BED)).isEqualTo(Integer.toString(TestDevice.HEART_RATE));
              assertThat(screen.waveColumns(BED).cardinality())
                  .isGreaterThan(StationScreen.PIXELS_PER_SECOND);
            });
  }

  private void awaitBanner(Duration timer, String expression) {
    awaitText("the banner", timer, () -> screen.banner(), expression);
  }

  private static void awaitText(
      String what, Duration timer, Callable<String> text, String expression) {
    await(what)
        .atMost(timer.plus(SLACK))
        .untilAsserted(() -> assertThat(text.call()).matches(expression));
  }

  private void assertNothingIsLive() {
    assertThat(screen.text("banner-title")).startsWith("NOT LIVE — ");
    assertThat(screen.waveText(BED)).isEqualTo("NOT LIVE");
    assertThat(screen.heartRate(BED)).isEqualTo("---");
    assertNoWave();
  }

  private void assertNoWave() {
    await("the wave is gone")
        .atMost(SLACK)
        .untilAsserted(() -> assertThat(screen.waveColumns(BED).cardinality()).isZero());
  }

  private void awaitCountingAge() {
    long seconds = bannerAge();
    await("the age counts").atMost(SLACK).until(() -> bannerAge() >= seconds + 2);
  }

  private void awaitSeconds(long seconds) {
    await("%d s have passed".formatted(seconds))
        .atMost(Child.PATIENCE)
        .until(() -> bannerAge() >= seconds);
  }

  private long bannerAge() {
    Matcher ago = AGO.matcher(screen.banner());
    return ago.find() ? Long.parseLong(ago.group(1)) * 60 + Long.parseLong(ago.group(2)) : -1;
  }

  /**
   * Live again by itself; and where the wave was not known nothing is drawn. The outage was longer
   * than a sweep, so that what is on screen is only what was measured since.
   */
  private void awaitRecovery() {
    BitSet drawn =
        await("the wave is back")
            .atMost(RECOVERY)
            .until(() -> screen.waveColumns(BED), columns -> !columns.isEmpty());
    assertThat(drawn.cardinality())
        .as("columns drawn as soon as there are any")
        .isLessThan(2 * StationScreen.PIXELS_PER_SECOND);
    await("live again")
        .atMost(RECOVERY)
        .untilAsserted(
            () -> {
              assertThat(screen.banner()).matches(LIVE);
              assertThat(screen.header(BED)).isEmpty();
              assertThat(screen.heartRate(BED)).isEqualTo(Integer.toString(TestDevice.HEART_RATE));
            });
    awaitLive();
  }

  /** The ring goes on with the same counters, and what never came is marked in it. */
  private void assertRingHoldsGap(long birthBefore) {
    assertThat(device.birth()).as("the device did not start anew").isEqualTo(birthBefore);
    SampleRing ring = Objects.requireNonNull(screen.ring(BED));
    long end = ring.end();
    int[] held = new int[(int) (end - ring.oldest())];
    ring.copy(end - held.length, end, held);
    assertThat(held).contains(SampleRing.GAP);
    assertThat(ring.gaps()).isPositive();
  }
}
