package org.wardbeat.station.panel;

import javafx.scene.layout.Region;
import org.wardbeat.station.acting.ActMessage;

/** What a side panel holds: a form for one bed. User-interface thread only. */
public interface BedPanel {
  /** The form's fields. */
  Region body();

  /** Shows the present. */
  void show(PanelState state);

  /** Sends what was entered, or says why not. */
  void confirm();

  /** What the button that sends it says now. */
  String confirmWords();

  /** What became of it. */
  ActMessage message();

  /** Says something that needs no bridge. */
  void warn(String words);

  /** Whether something was entered that is not sent. */
  boolean isDirty();
}
