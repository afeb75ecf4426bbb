package org.wardbeat.station.strip;

import org.wardbeat.station.presentation.StripView;

/** What can be done in the strip. */
public interface StripActions {
  /** Goes to the bed of an entry. */
  void select(StripView.Entry entry);

  /** Sees to the alarm of an entry. */
  void acknowledge(StripView.Entry entry);

  /** Sees to the alarm that is selected. */
  void acknowledgeSelected();

  /** Pauses the sound, or ends that. */
  void pauseAudio();
}
