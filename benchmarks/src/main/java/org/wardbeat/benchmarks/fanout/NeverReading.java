package org.wardbeat.benchmarks.fanout;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.wardbeat.benchmarks.fanout.load.MuteClient;
import org.wardbeat.benchmarks.fanout.subject.Subject;

/**
 * Five sessions that never read beside those that do. One that the server gives up comes back at
 * once, so that there are five all the time.
 */
final class NeverReading {

  static final int MUTE = 5;

  private static final Duration LOOK = Duration.ofSeconds(2);

  private final Ward ward;
  private final Pace pace;
  private final Subject subject;
  private final Sheet sheet;
  private final List<MuteClient> mute = new ArrayList<>();
  private int givenUp;

  NeverReading(Ward ward, Pace pace, Subject subject, Sheet sheet) {
    this.ward = ward;
    this.pace = pace;
    this.subject = subject;
    this.sheet = sheet;
  }

  void run() throws IOException, InterruptedException {
    boolean isWardbeat = subject == Subject.WARDBEAT;
    ward.run(Pace.USUAL, pace.settle());
    Ward.Measurement before = ward.measure(pace.measured());
    sheet.add(FanoutMetric.P99_BEFORE, before.tally().latencyMillis(99));
    sheet.add(FanoutMetric.RESIDENT_BEFORE, ward.server().residentMegabytes());
    if (isWardbeat) {
      sheet.add(FanoutMetric.LIVE_HEAP_BEFORE, ward.server().liveHeapMegabytes());
    }
    Duration time = isWardbeat ? pace.mute() : pace.mutePeers();
    try {
      Ward.Measurement during = beside(time);
      sheet.add(FanoutMetric.RESIDENT, ward.server().residentMegabytes());
      if (isWardbeat) {
        sheet.add(FanoutMetric.LIVE_HEAP, ward.server().liveHeapMegabytes());
      }
      sheet.steady(during, ward.stop());
    } finally {
      for (MuteClient one : mute) {
        one.close();
      }
    }
    sheet.add(FanoutMetric.MUTE_SECONDS, (double) time.toSeconds());
    sheet.add(FanoutMetric.GIVEN_UP, givenUp);
  }

  private Ward.Measurement beside(Duration time) throws IOException, InterruptedException {
    for (int i = 0; i < MUTE; i++) {
      mute.add(ward.clients().openMute());
    }
    double most = 0;
    long looks = time.dividedBy(LOOK);
    Ward.Reading reading = ward.begin();
    for (long look = 0; look < looks; look++) {
      Thread.sleep(LOOK);
      OptionalDouble resident = ward.server().residentMegabytes();
      most = Math.max(most, resident.orElse(0));
      if (look == looks / 10) {
        sheet.add(FanoutMetric.RESIDENT_EARLY, resident);
      }
      replaceGivenUp();
    }
    Ward.Measurement measured = ward.end(reading);
    sheet.add(FanoutMetric.RESIDENT_MOST, most);
    return measured;
  }

  private void replaceGivenUp() throws IOException, InterruptedException {
    for (int i = 0; i < mute.size(); i++) {
      if (!mute.get(i).isKept()) {
        givenUp++;
        mute.get(i).close();
        mute.set(i, ward.clients().openMute());
      }
    }
  }
}
