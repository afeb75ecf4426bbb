package org.wardbeat.station.review;

import org.wardbeat.wire.ward.Alarm;

/** How far alarms have come that are wanted. */
enum StateChoice {
  ANY("Any state"),
  OPEN("Not over"),
  OVER("Over"),
  UNSEEN("Never acknowledged"),
  ESCALATED("Escalated");

  private final String title;

  StateChoice(String title) {
    this.title = title;
  }

  boolean covers(Alarm alarm) {
    return switch (this) {
      case ANY -> true;
      case OPEN -> !alarm.over();
      case OVER -> alarm.over();
      case UNSEEN -> !alarm.acknowledged();
      case ESCALATED -> alarm.escalated();
    };
  }

  @Override
  public String toString() {
    return title;
  }
}
