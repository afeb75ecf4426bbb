package org.wardbeat.simulator.scenario;

import java.time.Duration;
import java.util.Set;
import org.wardbeat.simulator.device.DeviceAlarm;
import org.wardbeat.simulator.physiology.Rhythm;
import org.wardbeat.wire.ward.Electrode;

/** One thing that can happen to a bed. */
sealed interface Action {
  /** Whether it needs a simulated patient; a record is replayed as it is. */
  default boolean needsPatient() {
    return false;
  }

  /** The patient gets worse up to a severity, within a time. */
  record Deterioration(double severity, double overSeconds) implements Action {
    @Override
    public boolean needsPatient() {
      return true;
    }
  }

  /** The heart beats otherwise. */
  record ChangedRhythm(Rhythm rhythm) implements Action {
    @Override
    public boolean needsPatient() {
      return true;
    }
  }

  /** Electrodes lose contact. */
  record LeadsOff(Set<Electrode> electrodes) implements Action {}

  /** The device says nothing, its connection staying open. */
  record Dropout() implements Action {}

  /** The device loses its power. */
  record DeviceOff() implements Action {}

  /** The battery has this charge, and goes on from there. */
  record Battery(int percent) implements Action {}

  /** The device raises an alarm by itself. */
  record Alarm(DeviceAlarm alarm) implements Action {}

  /** The device's clock is fast by so much; slow if negative. */
  record ClockSkew(Duration by) implements Action {}
}
