package org.wardbeat.station.presentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wardbeat.station.presentation.Beds.NOW;
import static org.wardbeat.station.presentation.Beds.NOW_NANOS;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.wardbeat.station.ward.BedSnapshot;
import org.wardbeat.station.ward.LinkSnapshot;
import org.wardbeat.station.ward.Rung;
import org.wardbeat.station.ward.TransportKind;
import org.wardbeat.station.ward.WardSnapshot;
import org.wardbeat.wire.ward.BrokerState;
import org.wardbeat.wire.ward.DeviceStatus;
import org.wardbeat.wire.ward.LinkState;

/** The exact words of the banner for every state of link and broker. */
class BannerTest {
  private static BannerView show(LinkSnapshot link, BedSnapshot... beds) {
    return Beds.presenter()
        .present(Beds.ward(link, beds), 0, Beds.AUDIBLE, NOW, NOW_NANOS)
        .banner();
  }

  @Test
  void saysWhenTheLastDataCameWhileOffline() {
    BannerView banner = show(Beds.link(LinkState.OFFLINE));
    assertThat(banner.form()).isEqualTo(BannerView.Form.NOT_LIVE);
    assertThat(banner.lead()).isEqualTo("NOT LIVE — last data 10:12:07 (00:23 ago)");
    assertThat(banner.text())
        .isEqualTo("Use the bedside monitors now. No waves, numbers or alarms reach this station.");
    assertThat(banner.reconnect())
        .isEqualTo(new BannerView.Reconnect("Reconnecting, try 7 in", "0:05"));
  }

  @Test
  void saysSinceWhenDevicesAreCutOffWhileTheBrokerIsLost() {
    BannerView banner =
        show(Beds.link(LinkState.STREAMING, new BrokerState(false, NOW - 23_000_000)));
    assertThat(banner.form()).isEqualTo(BannerView.Form.NOT_LIVE);
    assertThat(banner.lead()).isEqualTo("NOT LIVE — devices cut off since 10:12:08 (00:23 ago)");
    assertThat(banner.text())
        .isEqualTo(
            "Use the bedside monitors now. The bridge answers, but no device data reaches it.");
    assertThat(banner.reconnect()).isNull();
  }

  @Test
  void saysThatTheBridgeHasNotBeenReachedYet() {
    BannerView banner = show(Beds.link(LinkState.CONNECTING));
    assertThat(banner.form()).isEqualTo(BannerView.Form.NOT_LIVE);
    assertThat(banner.sentence())
        .isEqualTo(
            "NOT LIVE — no data since start / Use the bedside monitors now. This station has not"
                + " reached the bridge yet.");
  }

  @Test
  void prefersOfflineToWhatTheBridgeLastSaidOfTheBroker() {
    BannerView banner =
        show(Beds.link(LinkState.OFFLINE, new BrokerState(false, NOW - 60_000_000)));
    assertThat(banner.lead()).startsWith("NOT LIVE — last data");
  }

  @Test
  void countsTheSecondsWithoutContact() {
    BannerView banner = show(Beds.link(LinkState.STALLED));
    assertThat(banner.form()).isEqualTo(BannerView.Form.CAUTION);
    assertThat(banner.sentence())
        .isEqualTo("NO CONTACT 4 s  Numbers on screen are from 10:12:07. | Reconnecting");
  }

  @Test
  void saysHowLateASlowLinkIs() {
    assertThat(show(Beds.link(LinkState.DEGRADED)).sentence())
        .isEqualTo(
            "SLOW LINK  Waves and numbers show 0.9 s late. Alarms still arrive and are confirmed."
                + " | The network to the bridge is slow");
  }

  /** Seconds till the next climb are told in whole ones, rounded up. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          WEB_SOCKET  | READY   | 0  | false | 904.0 | SLOW LINK  Waves and numbers show 0.9 s late. Alarms still arrive and are confirmed. / The network to the bridge is slow
          WEB_SOCKET  | READY   | 0  | true  | 120.0 | SLOW LINK  Waves have gaps, numbers show 0.1 s late. Alarms still arrive and are confirmed. / The network to the bridge is slow
          HTTP_STREAM | BLOCKED | 41 | false | 717.0 | SLOW LINK  Waves and numbers show 0.7 s late. Alarms still arrive and are confirmed. / Running over HTTP because a proxy blocks WebSocket. Direct connection tried again in 0:41
          HTTP_STREAM | FAILED  | 0  | false | 717.0 | SLOW LINK  Waves and numbers show 0.7 s late. Alarms still arrive and are confirmed. / Running over HTTP because WebSocket does not work.
          LONG_POLL   | BLOCKED | 0  | false | 2100  | SLOW LINK  Waves are off, numbers show 2.1 s late. Alarms still arrive and are confirmed. / Only polling works on this network.
          """)
  void saysWhyALinkIsDegraded(
      TransportKind transport,
      Rung.Status webSocket,
      int climbSeconds,
      boolean conflating,
      double latencyMillis,
      String sentence) {
    LinkSnapshot link = Beds.over(transport, webSocket, climbSeconds, conflating, latencyMillis);
    assertThat(show(link).form()).isEqualTo(BannerView.Form.CAUTION);
    assertThat(show(link).sentence()).isEqualTo(sentence.replace(" / ", " | "));
  }

  @ParameterizedTest
  @CsvSource({
    "WEB_SOCKET, DEGRADED · 640 ms",
    "HTTP_STREAM, DEGRADED · HTTP · 640 ms",
    "LONG_POLL, DEGRADED · POLLING · 640 ms"
  })
  void namesAFallbackInThePill(TransportKind transport, String text) {
    LinkSnapshot link = Beds.over(transport, Rung.Status.BLOCKED, 0, false, 640);
    TopBarView top =
        Beds.presenter().present(Beds.ward(link), 0, Beds.AUDIBLE, NOW, NOW_NANOS).top();
    assertThat(top.link()).isEqualTo(new LinkPillView(text, LinkPillView.Tone.CAUTION));
  }

  /** A sentence that says that alarms are confirmed never stands while they are not. */
  @ParameterizedTest
  @EnumSource(
      value = LinkState.class,
      names = {"STREAMING", "DEGRADED", "RESUMING"})
  void saysThatAlarmsAreNotConfirmedRatherThanHowTheLinkDoes(LinkState state) {
    LinkSnapshot link = Beds.unconfirmed(state, 12);
    assertThat(show(link, Beds.bed("401", 1)).form()).isEqualTo(BannerView.Form.CAUTION);
    assertThat(show(link, Beds.bed("401", 1)).sentence())
        .isEqualTo(
            "ALARMS NOT CONFIRMED  The bridge has not confirmed alarms for 12 s. Watch the bedside"
                + " monitors.");
  }

  @Test
  void saysThatTheLinkIsLostRatherThanThatAlarmsAreNotConfirmed() {
    assertThat(show(Beds.unconfirmed(LinkState.STALLED, 12)).lead()).isEqualTo("NO CONTACT 4 s");
    assertThat(show(Beds.unconfirmed(LinkState.OFFLINE, 12)).lead()).startsWith("NOT LIVE");
  }

  @Test
  void countsTheBedsThatAreLiveAgain() {
    BannerView banner =
        show(
            Beds.link(LinkState.RESUMING),
            Beds.bed("401", 1),
            Beds.bed("402", 1, Beds.allOn(), false),
            Beds.bed("403", 7),
            Beds.empty("405"));
    assertThat(banner.form()).isEqualTo(BannerView.Form.CAUTION);
    assertThat(banner.sentence())
        .isEqualTo("RECONNECTED  1 of 3 beds live again. Alarms are checked from the start.");
  }

  @Test
  void countsFreshBedsWhileAllIsWell() {
    BannerView banner =
        show(
            Beds.link(LinkState.STREAMING),
            Beds.bed("401", 1.1),
            Beds.bed("410", 0.4, Beds.leadsOff(), true),
            Beds.bed("411", 0.4, new DeviceStatus(false, Set.of(), -1), true),
            Beds.empty("405"));
    assertThat(banner.form()).isEqualTo(BannerView.Form.QUIET);
    assertThat(banner.sentence())
        .isEqualTo(
            "LIVE  2 of 3 monitored beds fresh, oldest value 1.1 s | 410 leads off | 411 device"
                + " off | 405 empty");
    assertThat(banner.aside()).isEqualTo("Supplementary display. Bedside monitors alarm first.");
  }

  @Test
  void neverSaysLiveWhileNoBedIsFresh() {
    BannerView banner = show(Beds.link(LinkState.STREAMING), Beds.bed("401", 12));
    assertThat(banner.form()).isEqualTo(BannerView.Form.CAUTION);
    assertThat(banner.sentence()).isEqualTo("NO DATA  0 of 1 monitored beds fresh");
  }

  @ParameterizedTest
  @CsvSource({
    "STREAMING, STREAMING · 18 ms, GOOD",
    "DEGRADED, DEGRADED · 904 ms, CAUTION",
    "RESUMING, RESUMING, CAUTION",
    "STALLED, STALLED, CAUTION",
    "OFFLINE, OFFLINE, BAD",
    "CONNECTING, CONNECTING, BAD"
  })
  void namesTheLinkInThePill(LinkState state, String text, LinkPillView.Tone tone) {
    TopBarView top =
        Beds.presenter()
            .present(Beds.ward(Beds.link(state)), 0, Beds.AUDIBLE, NOW, NOW_NANOS)
            .top();
    assertThat(top.link()).isEqualTo(new LinkPillView(text, tone));
  }

  @Test
  void namesUnitBedsAndTimeOnTop() {
    TopBarView top =
        Beds.presenter()
            .present(
                Beds.ward(Beds.link(LinkState.STREAMING), Beds.bed("401", 1), Beds.empty("402")),
                0,
                Beds.AUDIBLE,
                NOW,
                NOW_NANOS)
            .top();
    assertThat(top.unit()).isEqualTo("4 East");
    assertThat(top.beds()).isEqualTo("2 beds");
    assertThat(top.clock()).isEqualTo("10:12:31");
    assertThat(top.date()).isEqualTo("Tue 10 Mar 2026");
  }

  @Test
  void showsNoTimeBeforeABridgeToldIt() {
    WardSnapshot ward =
        new WardSnapshot(Beds.link(LinkState.CONNECTING), List.of(), List.of(), 0, false, 0);
    TopBarView top = Beds.presenter().present(ward, 0, Beds.AUDIBLE, 0, NOW_NANOS).top();
    assertThat(top.clock()).isEqualTo("--:--:--");
    assertThat(top.date()).isEmpty();
  }
}
