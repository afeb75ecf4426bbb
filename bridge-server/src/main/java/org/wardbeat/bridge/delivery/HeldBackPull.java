package org.wardbeat.bridge.delivery;

import java.util.Comparator;
import java.util.List;
import org.wardbeat.bridge.alarm.AlarmDesk;
import org.wardbeat.bridge.alarm.HeldBack;
import org.wardbeat.wire.frame.Frame;

/**
 * Pulls what holds alarms back, as far as a session wants the alarms it is about: in a snapshot
 * what holds them back now, later each change by its version, so that none is left out however slow
 * the station is.
 *
 * <p>Confined to the session's event loop.
 */
final class HeldBackPull {
  private final DeliveryContext context;
  private final AlarmDesk desk;
  private final CountingOutlet outlet;
  private long told;

  /** What was over by this version the station never heard of. */
  private long unheardUntil;

  private boolean begun;
  private boolean due;

  HeldBackPull(DeliveryContext context, CountingOutlet outlet) {
    this.context = context;
    this.desk = context.desk();
    this.outlet = outlet;
  }

  /**
   * A snapshot begins. A station that was told of something before may take it for lasting, and so
   * is told of what is over, too.
   */
  void subscribe() {
    unheardUntil = begun ? 0 : desk.heldBack().version();
    begun = true;
    told = 0;
    due = true;
  }

  /** Something may hold alarms back now, or no longer. */
  void offer() {
    due = true;
  }

  /**
   * Sends what there is, as far as the connection takes it. Does not flush.
   *
   * @return whether all is sent
   */
  boolean drain(Subscription subscription) {
    if (!due) {
      return true;
    }
    HeldBack now = desk.heldBack();
    List<HeldBack.Versioned> news =
        now.all().stream()
            .filter(each -> each.version() > told)
            .filter(each -> each.state().active() || each.version() > unheardUntil)
            .sorted(Comparator.comparingLong(HeldBack.Versioned::version))
            .toList();
    for (HeldBack.Versioned each : news) {
      if (subscription.wantsAlarmsOf(each.state().unit(), each.state().bed())) {
        if (!outlet.isWritable()) {
          return false;
        }
        outlet.send(context.codec().encode(new Frame.AlarmsHeldBack(each.state())));
      }
      told = each.version();
    }
    told = now.version();
    due = false;
    return true;
  }
}
