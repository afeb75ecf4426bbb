package org.wardbeat.systemtests.account;

import java.util.List;
import org.wardbeat.station.ward.LinkSink;
import org.wardbeat.station.ward.LinkSnapshot;
import org.wardbeat.station.ward.SessionStart;
import org.wardbeat.wire.frame.Frame;

/** Writes down what a link hands on to a station's ward. */
public final class RecordingSink implements LinkSink {
  private final LinkSink ward;
  private final Ledger ledger = new Ledger(true);

  /**
   * @param ward what the link would write to
   */
  public RecordingSink(LinkSink ward) {
    this.ward = ward;
  }

  public Ledger ledger() {
    return ledger;
  }

  @Override
  public void begin(SessionStart start) {
    ledger.begin(start.welcome());
    ward.begin(start);
  }

  @Override
  public void apply(Frame.FromBridge frame, long nowNanos) {
    ledger.take(frame);
    ward.apply(frame, nowNanos);
  }

  @Override
  public void repeated(Frame.AlarmEvent event, long nowNanos) {
    ledger.repeat(event);
    ward.repeated(event, nowNanos);
  }

  @Override
  public List<Frame.Position> positions() {
    return ward.positions();
  }

  @Override
  public long newestMicros() {
    return ward.newestMicros();
  }

  @Override
  public void answered(long askedNanos, long nowNanos) {
    ward.answered(askedNanos, nowNanos);
  }

  @Override
  public void slept(long micros) {
    ward.slept(micros);
  }

  @Override
  public void publish(LinkSnapshot link) {
    ward.publish(link);
  }
}
