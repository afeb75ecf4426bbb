package org.wardbeat.simulator.scenario;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.wardbeat.simulator.device.Device;
import org.wardbeat.simulator.device.PatientSource;
import org.wardbeat.simulator.device.Script;

/** Carries out the events of one bed. Used by the device's thread only. */
final class EventScript implements Script {
  private final List<Event> events;
  private final boolean[] begun;
  private final boolean[] ended;

  EventScript(List<Event> events) {
    this.events = events;
    this.begun = new boolean[events.size()];
    this.ended = new boolean[events.size()];
  }

  @Override
  public void apply(Device device, double seconds) {
    for (int i = 0; i < begun.length; i++) {
      Event event = events.get(i);
      if (seconds >= event.fromSeconds() && !ended[i]) {
        if (seconds < event.toSeconds()) {
          carryOut(device, event, seconds, !begun[i]);
          begun[i] = true;
        } else {
          ended[i] = true;
          if (begun[i]) {
            undo(device, event.action());
          }
        }
      }
    }
  }

  private static void carryOut(Device device, Event event, double seconds, boolean first) {
    if (event.action() instanceof Action.Deterioration worse
        && device.source() instanceof PatientSource patient) {
      double since = seconds - event.fromSeconds();
      double part = worse.overSeconds() == 0 ? 1 : Math.min(1, since / worse.overSeconds());
      patient.model().setSeverity(worse.severity() * part);
    } else if (first) {
      begin(device, event.action(), seconds);
    }
  }

  private static void begin(Device device, Action action, double seconds) {
    switch (action) {
      case Action.ChangedRhythm changed -> {
        if (device.source() instanceof PatientSource patient) {
          patient.model().setRhythm(changed.rhythm());
        }
      }
      case Action.LeadsOff off -> device.setLeadsOff(off.electrodes());
      case Action.Dropout() -> device.setSilent(true);
      case Action.DeviceOff() -> device.setPowered(false);
      case Action.Battery battery -> device.setBattery(battery.percent(), seconds);
      case Action.ClockSkew skew -> device.setClockSkew(skew.by());
      case Action.Alarm raised -> device.raise(raised.alarm());
      case Action.Deterioration worse -> {}
    }
  }

  private static void undo(Device device, Action action) {
    switch (action) {
      case Action.Deterioration worse -> {
        if (device.source() instanceof PatientSource patient) {
          patient.model().setSeverity(0);
        }
      }
      case Action.ChangedRhythm changed -> {
        if (device.source() instanceof PatientSource patient) {
          patient.model().setRhythm(patient.usualRhythm());
        }
      }
      case Action.LeadsOff off -> device.setLeadsOff(Set.of());
      case Action.Dropout() -> device.setSilent(false);
      case Action.DeviceOff() -> device.setPowered(true);
      case Action.Battery battery -> {}
      case Action.ClockSkew skew -> device.setClockSkew(Duration.ZERO);
      case Action.Alarm raised -> device.end(raised.alarm());
    }
  }
}
