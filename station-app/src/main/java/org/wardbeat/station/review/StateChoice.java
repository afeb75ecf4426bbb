package org.wardbeat.station.review;

import org.wardbeat.wire.ward.Alarm;

/** How far alarms have come that are wanted. */
enum StateChoice {
  ANY("review.state.any"),
  OPEN("review.state.open"),
  OVER("review.state.over"),
  UNSEEN("review.state.unseen"),
  ESCALATED("review.state.escalated");

  private final String titleKey;

  StateChoice(String titleKey) {
    this.titleKey = titleKey;
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

  /** The key of what it is called. */
  String titleKey() {
    return titleKey;
  }
}
