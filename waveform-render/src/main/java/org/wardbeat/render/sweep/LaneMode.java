package org.wardbeat.render.sweep;

/** What a lane shows. */
public enum LaneMode {
  /** The samples of its ring, swept; blank where there are none. */
  TRACE,
  /** A dashed line that does not move, with room for a label in its middle. */
  LEADS_OFF,
  /** Nothing at all. */
  BLANK
}
